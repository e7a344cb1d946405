"""Tiles, of which one is shown large."""

from serve.demo.studio.options import Items, Kind, Options
from serve.demo.studio.page import list_of, page, quoted


def render(options: Options) -> str:
    return page(
        options,
        list_of("pictures", quoted(options.items)),
        """
        const [open, setOpen] = useState(pictures[0]);
        const hue = (picture: string) => pictures.indexOf(picture) * 67;
        const paint = (picture: string) => ({ background: `hsl(${hue(picture)} 70% 60%)` });
        """,
        """
        <figure>
          <div className="swatch" style={paint(open)} />
          <figcaption>{open}</figcaption>
        </figure>
        <div className="grid">
          {pictures.map((picture) => (
            <button
              className="tile"
              key={picture}
              style={paint(picture)}
              onClick={() => setOpen(picture)}
            >
              {picture}
            </button>
          ))}
        </div>
        """,
    )


KIND = Kind(
    name="gallery",
    nouns=(
        "gallery", "photo gallery", "picture gallery", "image gallery", "gallery app",
        "photo album",
        "gallery of pictures", "portfolio", "album", "slideshow",
        "slide show", "picture slideshow", "photo slideshow", "slideshow of pictures",
        "gallery page", "gallery of photos", "image viewer", "picture album", "photo wall",
        "portfolio page", "app with pictures", "app to show pictures",
    ),
    defaults=Options("Gallery", items=("Sea", "Forest", "City", "Desert")),
    why="Click a tile to see it large.",
    render=render,
    items=Items(
        "of {items}", "picture",
        (
            "of {items}", "with {items}", "showing {items}", "with the pictures {items}",
            "with pictures of {items}", "for {items}", "that shows {items}",
        ),
        fewest=2,
    ),
)  # fmt: skip

"""Ask the demo image model for scenes that training never showed it:
`python -m serve.demo.evaluate_image`.

A network that was trained on the renderer's pictures says what it sees in each. Prints a table
and exits with 1 below the goal, with 2 where that network is no judge.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import Any

import torch
from diffusers import AutoencoderKL, StableDiffusionXLPipeline
from PIL import Image

from serve.demo import IMAGE_MODEL_DIR
from serve.demo.muon import quick_products
from serve.demo.pictures.captions import caption
from serve.demo.pictures.draw import draw
from serve.demo.pictures.examiner import Examiner, Rebuild, Seen, tensor, train_examiner
from serve.demo.pictures.naming import place_of
from serve.demo.pictures.scene import Scene, draw_scene

GOAL = 0.80
EXAMINER_GOAL = 0.95
CASES = 200
SEED = 1009
STEPS = 20
GUIDANCE = 2.0
BATCH = 20
EXAMINER_PICTURES = 30_000
SHEET = 10
CHECKED = 500


def cases() -> list[tuple[Scene, str]]:
    """Held-out scenes with a caption each, the same at every run."""
    found = []
    for number in range(CASES):
        rng = Random(f"{SEED}:{number}")
        scene = draw_scene(rng, held_out=True)
        found.append((scene, caption(rng, scene)))
    return found


def paint(folder: Path, captions: list[str]) -> list[Image.Image]:
    """What the model makes of them, as diffusers runs it."""
    pipeline = StableDiffusionXLPipeline.from_pretrained(
        folder, torch_dtype=torch.float32, text_encoder=None, tokenizer=None
    )
    pipeline.set_progress_bar_config(disable=True)
    images: list[Image.Image] = []
    for first in range(0, len(captions), BATCH):
        batch = captions[first : first + BATCH]
        images += pipeline(
            batch,
            num_inference_steps=STEPS,
            guidance_scale=GUIDANCE,
            generator=[torch.Generator().manual_seed(first + i) for i in range(len(batch))],
        ).images
    return images


def report(asked: list[tuple[Scene, str]], seen: list[Seen], show_wrong: bool) -> dict[str, Any]:
    """Print how many were right, by part; returns the same figures."""
    right: dict[str, list[bool]] = defaultdict(list)
    for (scene, words), found in zip(asked, seen, strict=True):
        parts = {group.thing: found.things.get(group.thing, (0, "")) for group in scene.groups}
        right["all"].append(found.shows(scene))
        right["place"].append(found.place == place_of(scene))
        right["sky"].append(found.sky == {*scene.sky})
        right["things"].append(set(found.things) == set(parts))
        right["counts"].append(all(parts[g.thing][0] == g.count for g in scene.groups))
        right["colours"].append(all(g.colour in ("", parts[g.thing][1]) for g in scene.groups))
        if show_wrong and not found.shows(scene):
            print(f"{words!r} -> {found.place}, {found.things}")
    for name, results in right.items():
        print(f"{name:<10}{sum(results):>5} of {len(results)}{sum(results) / len(results):>9.1%}")
    return {name: sum(results) / len(results) for name, results in right.items()}


def rebuilding(folder: Path) -> Rebuild:
    """With the model's autoencoder."""
    autoencoder = AutoencoderKL.from_pretrained(folder, subfolder="vae").eval()

    @torch.no_grad()
    def rebuild(pictures: torch.Tensor) -> torch.Tensor:
        with quick_products():
            rebuilt: torch.Tensor = autoencoder(pictures).sample
        return rebuilt.float().clamp(-1, 1)

    return rebuild


def make_examiner(kept: Path | None, pictures: int, rebuild: Rebuild) -> Examiner:
    """The one that is kept there, or a new one."""
    if kept and kept.exists():
        examiner = Examiner()
        examiner.load_state_dict(torch.load(kept, weights_only=True))
        return examiner
    examiner = train_examiner(pictures, rebuild, print)
    if kept:
        torch.save(examiner.state_dict(), kept)
    return examiner


def check_examiner(examiner: Examiner, rebuild: Rebuild) -> dict[str, float]:
    """How often it is right about pictures of the renderer that it never saw, as they were drawn
    and rebuilt."""
    rng = Random(SEED)
    scenes = [draw_scene(rng, held_out=True) for _ in range(CHECKED)]
    drawn = tensor([draw(rng, scene) for scene in scenes])
    rebuilt = torch.cat([rebuild(some) for some in drawn.split(BATCH)])

    def right(images: torch.Tensor) -> float:
        seen = examiner.look(images)
        return sum(found.shows(scene) for found, scene in zip(seen, scenes, strict=True)) / CHECKED

    return {"drawn": right(drawn), "rebuilt": right(rebuilt)}


def main() -> int:
    """Command line; the exit status says whether the goal was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=IMAGE_MODEL_DIR)
    parser.add_argument("--json", type=Path, help="also write the figures here")
    parser.add_argument("--sheet", type=Path, help="also write the pictures here, as one")
    parser.add_argument("--wrong", action="store_true", help="print what was not as asked")
    parser.add_argument("--examiner", type=Path, help="keep the examiner here, and use it again")
    parser.add_argument("--examiner-pictures", type=int, default=EXAMINER_PICTURES)
    args = parser.parse_args()
    rebuild = rebuilding(args.model)
    examiner = make_examiner(args.examiner, args.examiner_pictures, rebuild)
    known = check_examiner(examiner, rebuild)
    for kind, right in known.items():
        print(f"the examiner is right on {right:.1%} of {kind} pictures")
    if min(known.values()) < EXAMINER_GOAL:
        print(f"It may judge from {EXAMINER_GOAL:.0%} on: train it on more --examiner-pictures.")
        return 2
    asked = cases()
    started = time.monotonic()
    images = paint(args.model, [words for _, words in asked])
    print(f"{(time.monotonic() - started) / len(images):.2f} s a picture, {BATCH} at once")
    figures = report(asked, examiner.look(tensor(images)), args.wrong)
    if args.sheet:
        sheet(images).save(args.sheet)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n")
    return 0 if figures["all"] >= GOAL else 1


def sheet(images: list[Image.Image]) -> Image.Image:
    """The first hundred, ten to a row."""
    side = images[0].width
    whole = Image.new("RGB", (SHEET * side, SHEET * side))
    for i, image in enumerate(images[: SHEET * SHEET]):
        whole.paste(image, (i % SHEET * side, i // SHEET * side))
    return whole


if __name__ == "__main__":
    sys.exit(main())

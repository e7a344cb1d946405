/** Where a page stands that is a chunk of its own, so that a chat does not load it. */
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { SidebarButtons } from "../header/SidebarButtons";
import type { PageName } from "../state/route";
import { Banner } from "./Banner";

/** `Head` stands beside the page's name. */
interface Place {
  default: ComponentType;
  Head?: ComponentType;
}

const IMPORTS: Record<PageName, () => Promise<Place>> = {
  Images: () => import("../images/ImagesPage"),
  Studio: () => import("../studio/StudioPage"),
  Pool: () => import("../pool/PoolPage"),
};

const pages = signal<Partial<Record<PageName, Place>>>({});
const failed = signal(false);

async function load(name: PageName): Promise<void> {
  const again = failed.value;
  try {
    failed.value = false;
    const page = await IMPORTS[name]();
    pages.value = { ...pages.value, [name]: page };
  } catch {
    failed.value = true;
    // A newer version has other file names; loading the page anew finds them.
    if (again && navigator.onLine) location.reload();
  }
}

export function LazyPlace({ name }: { name: PageName }) {
  const { default: Page, Head } = pages.value[name] ?? {};
  useEffect(() => {
    if (!Page) void load(name);
  }, [name]);
  return (
    <>
      <header class="header">
        <SidebarButtons />
        <h1 class="page-title">{name}</h1>
        {Head && <Head />}
      </header>
      <Banner />
      {Page ? (
        <Page />
      ) : (
        <div class="place" role="status">
          {failed.value ? (
            <>
              <p class="place-note">The page could not be loaded.</p>
              <button type="button" class="button" onClick={() => load(name)}>
                Try again
              </button>
            </>
          ) : (
            <p class="place-note">Loading…</p>
          )}
        </div>
      )}
    </>
  );
}

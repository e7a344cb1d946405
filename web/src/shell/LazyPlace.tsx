/** Where a page stands that is a chunk of its own, so that a chat does not load it. */
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { SidebarButtons } from "../header/SidebarButtons";
import type { PageName } from "../state/route";
import { Banner } from "./Banner";

const IMPORTS: Record<PageName, () => Promise<{ default: ComponentType }>> = {
  Images: () => import("../images/ImagesPage"),
  Pool: () => import("../pool/PoolPage"),
};

const pages = signal<Partial<Record<PageName, ComponentType>>>({});
const failed = signal(false);

async function load(name: PageName): Promise<void> {
  const again = failed.value;
  try {
    failed.value = false;
    const { default: page } = await IMPORTS[name]();
    pages.value = { ...pages.value, [name]: page };
  } catch {
    failed.value = true;
    // A newer version has other file names; loading the page anew finds them.
    if (again && navigator.onLine) location.reload();
  }
}

export function LazyPlace({ name }: { name: PageName }) {
  const Page = pages.value[name];
  useEffect(() => {
    if (!Page) void load(name);
  }, [name]);
  return (
    <>
      <header class="header">
        <SidebarButtons />
        <h1 class="page-title">{name}</h1>
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

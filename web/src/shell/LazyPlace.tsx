/** Where the Images page stands. The page itself is a chunk of its own, so that a chat does not
 * load it. */
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { SidebarButtons } from "../header/SidebarButtons";
import { Banner } from "../shell/Banner";

const page = signal<ComponentType | "loading" | "failed">("loading");

async function load(): Promise<void> {
  const again = page.value === "failed";
  try {
    page.value = "loading";
    page.value = (await import("./ImagesPage")).ImagesPage;
  } catch {
    page.value = "failed";
    // A newer version has other file names; loading the page anew finds them.
    if (again && navigator.onLine) location.reload();
  }
}

export function ImagesPlace() {
  useEffect(() => {
    if (typeof page.peek() !== "function") void load();
  }, []);
  const Page = page.value;
  return (
    <>
      <header class="header">
        <SidebarButtons />
        <h1 class="images-title">Images</h1>
      </header>
      <Banner />
      {typeof Page === "function" ? (
        <Page />
      ) : (
        <div class="place" role="status">
          {Page === "loading" ? (
            <p class="place-note">Loading…</p>
          ) : (
            <>
              <p class="place-note">The page could not be loaded.</p>
              <button type="button" class="button" onClick={load}>
                Try again
              </button>
            </>
          )}
        </div>
      )}
    </>
  );
}

/**
 * The state of an app's components, so that it is there again after the code has changed. React is
 * asked and told as its developer tools do it, whose hook in the document this takes.
 *
 * A hook finds its value again in the component of the same place, if that has the same hooks and
 * begins with the same value: who makes a counter start at 5 wants to see it start there.
 */

type Stored = [component: string, hooks: string][];

/** What React keeps of a component, as far as this needs it. */
interface Fiber {
  tag: number;
  type: unknown;
  key: string | null;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
  memoizedState: unknown;
  memoizedProps: object;
  _debugHookTypes: string[] | null;
}

interface Hook {
  memoizedState: unknown;
  next: Hook | null;
  /** Lives as long as the hook does. */
  queue: { lastRenderedReducer?: unknown } | null;
}

interface Root {
  current: Fiber;
}

interface Renderer {
  overrideHookState?(fiber: Fiber, hook: number, path: unknown[], value: unknown): void;
}

/** By the place of the hook among those of its component: what it began with, and has now. */
type Values = Record<number, [initial: string, value: string]>;

const MEMO_TAG = 15;
const FUNCTION_TAGS = [0, 11, 14, MEMO_TAG];
const MAX_NODES = 10_000;
const MAX_CHARS = 200_000;
/** After it has shown something: what comes later is what a person has asked it for. */
const RESTORED_WITHIN_MS = 1_000;

export class Components {
  private readonly roots = new Set<Root>();
  private readonly initial = new WeakMap<object, string | null>();
  private renderer: Renderer = {};
  private given: Stored = [];
  private wanted = new Map<string, Values>();
  private until: number | null = null;

  /** Before React is loaded. */
  install(): void {
    const hook = {
      supportsFiber: true,
      inject: (renderer: Renderer) => {
        this.renderer = renderer;
        return 1;
      },
      checkDCE() {},
      onCommitFiberUnmount() {},
      onCommitFiberRoot: (_: number, root: Root) => this.committed(root),
    };
    Object.defineProperty(globalThis, "__REACT_DEVTOOLS_GLOBAL_HOOK__", { value: hook });
  }

  /** What has changed since it began; of an app that shows nothing, what it was given. */
  read(): Stored {
    if ([...this.roots].every(({ current }) => current.child === null)) return this.given;
    const found: Stored = [];
    let left = MAX_CHARS;
    for (const root of this.roots) {
      each(root.current, false, (fiber, name) => {
        const values: Values = {};
        for (const [index, { memoizedState, queue }] of stateHooks(fiber)) {
          const initial = this.initial.get(queue) ?? null;
          const value = encoded(memoizedState);
          if (initial !== null && value !== null && initial !== value) {
            values[index] = [initial, value];
          }
        }
        if (Object.keys(values).length === 0) return;
        const said = JSON.stringify(values);
        left -= name.length + said.length;
        if (left > 0) found.push([name, said]);
      });
    }
    return found;
  }

  /** Before the app runs. */
  fill(stored: Stored): void {
    this.given = stored;
    this.wanted = new Map(stored.map(([name, values]) => [name, JSON.parse(values)]));
  }

  private committed(root: Root): void {
    this.roots.add(root);
    const now = performance.now();
    this.until ??= now + RESTORED_WITHIN_MS;
    const restoring = this.wanted.size > 0 && now < this.until;
    each(root.current, !restoring, (fiber, name) => {
      for (const [, { memoizedState, queue }] of stateHooks(fiber)) {
        if (!this.initial.has(queue)) this.initial.set(queue, encoded(memoizedState));
      }
      const values = restoring && this.wanted.get(name);
      this.wanted.delete(name);
      if (values) this.restore(fiber, values);
    });
  }

  private restore(fiber: Fiber, values: Values): void {
    for (const [index, { queue }] of stateHooks(fiber)) {
      const [initial, value] = values[index] ?? [];
      if (value === undefined || this.initial.get(queue) !== initial) continue;
      const [restored] = JSON.parse(value);
      // React is in the midst of a commit.
      queueMicrotask(() => this.set(fiber, index, restored));
    }
  }

  private set(fiber: Fiber, hook: number, value: unknown): void {
    this.renderer.overrideHookState?.(fiber, hook, [], value);
    // Which a component in memo() does not notice while its properties look the same.
    if (fiber.tag === MEMO_TAG) fiber.memoizedProps = { ...fiber.memoizedProps, "": hook };
  }
}

/**
 * Every function component of the tree with its name: the components around it, its own, and which
 * of those it is, with the hooks that it uses. `changed`: without the parts that React left alone,
 * where it is the names that do not count.
 */
function each(top: Fiber, changed: boolean, see: (fiber: Fiber, name: string) => void): void {
  const counts = new Map<string, number>();
  let left = MAX_NODES;
  const walk = (parent: Fiber, path: string) => {
    if (changed && parent.alternate?.child === parent.child) return;
    for (let fiber = parent.child; fiber && left-- > 0; fiber = fiber.sibling) {
      if (!FUNCTION_TAGS.includes(fiber.tag)) {
        walk(fiber, path);
        continue;
      }
      const own = `${path}/${nameOf(fiber.type)}:${fiber.key ?? ""}`;
      const number = counts.get(own) ?? 0;
      counts.set(own, number + 1);
      const name = `${own}:${number}`;
      see(fiber, `${name} ${fiber._debugHookTypes?.join() ?? ""}`);
      walk(fiber, name);
    }
  };
  walk(top, "");
}

function* stateHooks(fiber: Fiber): Generator<[number, Hook & { queue: object }]> {
  let hook = fiber.memoizedState as Hook | null;
  for (let index = 0; hook; index++, hook = hook.next) {
    const { queue } = hook;
    if (typeof queue?.lastRenderedReducer === "function") yield [index, { ...hook, queue }];
  }
}

function nameOf(type: unknown): string {
  if (typeof type === "function") return type.name;
  const { render, type: inner } = (type ?? {}) as { render?: unknown; type?: unknown };
  return render || inner ? nameOf(render ?? inner) : "";
}

/** A value in a list of its own, as JSON; null for what that cannot hold. */
function encoded(value: unknown): string | null {
  if (value === undefined) return "[]";
  return isPlain(value, 0) ? JSON.stringify([value]) : null;
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value !== "object" || depth > 20) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  const kind = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) return false;
  return Object.values(value).every((item) => item === undefined || isPlain(item, depth + 1));
}

import { hideToast, toasts } from "../state/toasts";
import { focusComposer } from "./focus";

/** The region is always there, so that a screen reader hears what is put into it. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map(({ id, text, action }) => (
        <div class="toast" key={id}>
          <span>{text}</span>
          {action && (
            <button
              type="button"
              onClick={() => {
                hideToast(id);
                action.run();
                focusComposer();
              }}
            >
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

import { edit, fields } from "./form";

const USUAL = ["1", "2", "3", "4"];

/** How many pictures at once; more than four are chosen among the further settings. */
export function CountChoice() {
  const { count } = fields.value;
  const choices = USUAL.includes(count) || !/^[5-8]$/.test(count) ? USUAL : [...USUAL, count];
  return (
    <fieldset class="field">
      <legend>Pictures</legend>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="count"
              checked={choice === count}
              onChange={() => edit({ count: choice })}
            />
            <span>{choice}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What people typed before script arrived. React puts every text area and list back to what the server
 * sent, and knows nothing of what was typed into fields it controls; so it is kept from the first look
 * until the page is React's, then put back and told as an input of theirs.
 * @returns puts it back; to be called once, when the page is React's
 */
export function keepTypedEarly(): () => void {
  const kept = new Map<Field, string>();
  const keep = (field: unknown) => {
    if (isField(field)) kept.set(field, field.value);
  };
  const hear = ({ target }: Event) => keep(target);
  document.querySelectorAll("input, textarea, select").forEach(keep);
  document.addEventListener("input", hear, true);
  return () => {
    document.removeEventListener("input", hear, true);
    kept.forEach((value, field) => field.isConnected && (isBox(field) ? tell(field) : putBack(field, value)));
  };
}

function isField(target: unknown): target is Field {
  if (target instanceof HTMLInputElement) return !["hidden", "file", "submit", "button", "image"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const isBox = (field: Field): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio";

/** A box stands as it was left, but React heard of no click. A choice of several is told by the chosen one. */
function tell(box: HTMLInputElement): void {
  const { checked } = box;
  if (checked === box.defaultChecked || (box.type === "radio" && !checked)) return;
  box.checked = !checked;
  box.click();
}

function sentValueOf(field: Field): string {
  if (field instanceof HTMLSelectElement) return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
  return field.defaultValue;
}

function putBack(field: Field, value: string): void {
  if (value === sentValueOf(field)) return;
  const caret = field instanceof HTMLSelectElement || field !== document.activeElement ? null : field.selectionStart;
  // React compares with the value it set last, through the element's own setter; the real one is the prototype's.
  if (field.value === value) field.value = sentValueOf(field);
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")!.set!.call(field, value);
  if (caret !== null && !(field instanceof HTMLSelectElement)) field.setSelectionRange(caret, caret);
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

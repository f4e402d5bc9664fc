/** How a person is written in `ADMINS` and wherever somebody asks: by the platform's number, since names change hands. */
const form = /^(?:telegram:\d{1,20}|slack:[TE][A-Z0-9]{1,20}\/[UW][A-Z0-9]{1,20})$/u;

/** Whether an address is a person's: no group, channel or chat that speaks in its own name. */
export function isPerson(address: string): boolean {
  return form.test(address);
}

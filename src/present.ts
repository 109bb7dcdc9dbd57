// Owns leaving out what is not there: under `exactOptionalPropertyTypes` a property that may be missing is not one that
// may be undefined. Must not be used where an undefined means something of its own.

/** `T`, where every property that may be undefined may be missing instead. */
type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same properties in the same order, without those that are undefined; an object that is not there has none. */
export function present<T extends object>(properties: T): Present<T>;
export function present<T extends object>(properties: T | undefined): Partial<Present<T>>;
export function present(properties: object | undefined): object {
  return Object.fromEntries(Object.entries(properties ?? {}).filter(([, value]) => value !== undefined));
}

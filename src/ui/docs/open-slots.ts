/** Words of a rule without a message: nothing fills their slots, so something stands for each. */
export const openSlots = (template: string, shown: (name: string) => string): Readonly<Record<string, string>> =>
  Object.fromEntries([...template.matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => [name, shown(name)]))

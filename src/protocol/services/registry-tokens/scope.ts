/** What tokens for a registry are about: actions on a thing that it holds (Distribution, Token Scope Documentation). */

import type { User } from '../../auth/scheme.ts'

/** An entry of the claim `access`. */
export interface Access {
  /** `repository`, or `registry` for the whole of it. */
  readonly type: string
  readonly name: string
  readonly actions: readonly string[]
}

/** Who may do what, by `<type>:<name>` and action: any of these roles; null: everybody, logged in or not. */
export type Rules = Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>>

/**
 * `resourcescope = resourcetype ":" resourcename ":" action *( "," action )`. A name may hold a colon, in front of a port,
 * so type and actions are what stands before the first and behind the last.
 */
export function readScope(text: string): Access | undefined {
  const [first, last] = [text.indexOf(':'), text.lastIndexOf(':')]
  const [type, name, actions] = [text.slice(0, first), text.slice(first + 1, last), text.slice(last + 1)]
  const sound =
    first > 0 && last > first && /^[a-z0-9]+$/.test(type) && /^[\w.:/-]+$/.test(name) && /^[a-z*,]*$/.test(actions)
  return sound ? { type, name, actions: [...new Set(actions.split(',').filter(Boolean))] } : undefined
}

export const printScope = ({ type, name, actions }: Access): string => `${type}:${name}:${actions.join(',')}`

/** Of what was asked, what this user may; to whom nobody logged in, what everybody may. */
export function granted(asked: Access, user: User | undefined, rules: Rules): Access {
  const byThing = new Map(Object.entries(rules))
  const byAction = new Map(Object.entries(byThing.get(`${asked.type}:${asked.name}`) ?? {}))
  const may = (action: string) => {
    const roles = byAction.get(action)
    if (roles === undefined) return false
    return roles === null || (user !== undefined && !user.suspended && roles.some((role) => user.roles.includes(role)))
  }
  return { ...asked, actions: asked.actions.filter(may) }
}

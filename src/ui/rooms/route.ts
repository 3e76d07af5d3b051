/** Where in the playground an address leads: the fragment names the room, the query how it is embedded. */

export type Route =
  | { readonly room: 'scenarios'; readonly scenario?: string }
  | { readonly room: 'lab' }
  | { readonly room: 'inspect'; readonly payload?: string }
  | { readonly room: 'docs'; readonly rule?: string }
  /** A shared session; `payload` is untrusted. */
  | { readonly room: 'shared'; readonly payload: string }

/**
 * `#/scenarios/05-first-login`, `#/lab`, `#/inspect`, `#/inspect/<payload>`, `#/docs/<rule>`, `#/shared/<payload>`; a part to
 * show stands behind `?part=`.
 */
export function routeOf(fragment: string): Route {
  const [path = ''] = fragment.replace(/^#\/?/, '').split('?')
  const [room, rest] = [path.split('/')[0], path.split('/').slice(1).join('/')]
  if (room === 'lab') return { room }
  if (room === 'inspect') return { room, payload: rest || undefined }
  if (room === 'docs') return { room, rule: rest || undefined }
  if (room === 'shared' && rest) return { room, payload: rest }
  return { room: 'scenarios', scenario: rest || undefined }
}

export const partOf = (fragment: string): string | undefined =>
  new URLSearchParams(fragment.split('?')[1] ?? '').get('part') ?? undefined

export function fragmentOf(route: Route): string {
  switch (route.room) {
    case 'scenarios':
      return route.scenario ? `#/scenarios/${route.scenario}` : '#/scenarios'
    case 'inspect':
      return route.payload ? `#/inspect/${route.payload}` : '#/inspect'
    case 'docs':
      return route.rule ? `#/docs/${route.rule}` : '#/docs'
    case 'shared':
      return `#/shared/${route.payload}`
    default:
      return `#/${route.room}`
  }
}

/** The world with the hosts that most lessons take place at. */

import type { World } from '../../protocol/servers/world.ts'
import { beginningAt } from './beginning.ts'
import { enter } from './place.ts'
import api from './places/api.example.com/index.ts'
import www from './places/www.example.com/index.ts'

/** The world at an instant (ISO 8601). The same instant and seed give the same world, to the last octet. */
export const worldAt = (instant: string, seed?: string): World => [www, api].reduce(enter, beginningAt(instant, seed))

/** What may be there already: a promise is suspended for, anything else is drawn at once. */

import { use } from 'react'

export const useArrived = <Value>(coming: Value | Promise<Value>): Value =>
  coming instanceof Promise ? use(coming) : coming

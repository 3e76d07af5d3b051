/** Is this a form, and each parameter in it once? (RFC 6749 §3.2) */

import type { Failure, Inquiry } from './inquiry.ts'
import { isForm } from './parameters.ts'

export function formFault({ request, parameters, ask }: Inquiry): Failure | undefined {
  const form = { saw: [request.body.span], cite: 'RFC 6749 §4.1.3' } as const
  if (!ask('form', 'form', isForm(request), form))
    return { error: 'invalid_request', description: 'The content has to be application/x-www-form-urlencoded' }
  const { repeated } = parameters
  const twice = { saw: parameters.saw(repeated ?? ''), knew: { name: repeated ?? '' }, cite: 'RFC 6749 §3.2' } as const
  if (!ask('form', 'once', repeated === undefined, twice))
    return { error: 'invalid_request', description: 'A parameter stands there twice' }
  return undefined
}

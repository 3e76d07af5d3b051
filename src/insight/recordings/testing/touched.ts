/** Does with a text all that is done with a paste. */

import { masked, secretsIn } from '../../mask.ts'
import { concernsAuthentication } from '../../touches.ts'
import { readRecording } from '../read-recording.ts'

export function touched(text: string): number {
  const { exchanges } = readRecording(text)
  return exchanges.filter((each) => {
    for (const message of [each.request, each.response]) if (message) masked(message.source, secretsIn(message))
    return concernsAuthentication(each)
  }).length
}

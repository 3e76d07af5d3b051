/** Curl commands, one or many, for a POSIX shell or for Windows, as requests. */

import { fromCurl } from '../../protocol/clients/curl.ts'
import { curlArguments } from '../../protocol/clients/curl-arguments.ts'
import { isCurl } from '../../protocol/clients/curl-first-word.ts'
import { shellQuote } from '../../protocol/clients/curl-words.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import type { Span } from '../../protocol/text/span.ts'
import type { Recorded } from '../recording.ts'
import { cmdWords, isCmd } from './cmd-words.ts'
import { wordsFound } from './own-words.ts'

/** Behind some commands stands what they printed: that says more. */
export const isCurlCommand = (text: string): boolean =>
  isCurl(text.trimStart().slice(0, 100)) && !/^HTTP\/\d(?:\.\d)? \d{3}/m.test(text)

/** Longer commands are not read: none is. */
const LONGEST = 1_000_000

/** DevTools puts ` ;` (or ` &` for Windows) between the commands when it copies all of them. */
export function curlCommandsIn(text: string): readonly Recorded[] {
  return commandsIn(text).flatMap((span) => {
    const read = readCommand(text, span)
    return read ? [read] : []
  })
}

const NEXT = /(?:^|[;&\n])[ \t]*(?:[$%>] +)?(?=curl\s)/g

function commandsIn(text: string): readonly Span[] {
  const starts = [...text.matchAll(NEXT)].map(({ index, 0: found }) => index + found.length)
  return starts.map((start, n) => ({ start, end: starts[n + 1] ?? text.length }))
}

function readCommand(text: string, { start, end }: Span): Recorded | undefined {
  if (end - start > LONGEST) return undefined
  const written = text.slice(start, end).replace(/[\s;&$%>]+$/, '')
  const command = isCmd(written) ? cmdWords(written).map(shellQuote).join(' ') : written
  const read = fromCurl(command)
  if ('problem' in read) return undefined
  const request = parseRequest(read.source)
  const span = { start, end: start + written.length }
  const found = wordsFound(text, span, request)
  return {
    request,
    pieces: found.length > 0 ? { request: found } : {},
    span,
    transport: transportOf(command),
    excerpt: true,
    script: false,
  }
}

/** curl takes `http` where the URL names no scheme. */
function transportOf(command: string): Recorded['transport'] {
  const read = curlArguments(command)
  const url = 'problem' in read ? undefined : read.asked.find(({ name }) => name === 'url')?.value
  return url !== undefined && /^\s*https:/i.test(url) ? 'https' : 'http'
}

/** An HTTP Archive (HAR 1.2): each entry as an exchange, written anew as HTTP/1.1 has it. Archives are hostile input. */

import * as v from 'valibot'
import type { FieldDraft } from '../../protocol/http/message.ts'
import { parseRequest, parseResponse } from '../../protocol/http/parse.ts'
import { writeRequest, writeResponse } from '../../protocol/http/print.ts'
import { fromBase64, utf8Text } from '../../protocol/text/octets.ts'
import type { Span } from '../../protocol/text/span.ts'
import type { Recorded, Recording } from '../recording.ts'
import { type Har, harEntries } from './har-entries.ts'
import { placeOfUrl, type UrlPlace } from './url-place.ts'

/** Whatever is not what it should be is left out; an entry needs a URL, and no more. */
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined)
const Text = maybe(v.string())
const Count = maybe(v.pipe(v.number(), v.finite()))
const Pair = v.object({ name: v.string(), value: v.fallback(v.string(), '') })
const Pairs = v.fallback(v.array(v.fallback(Pair, { name: '', value: '' })), () => [])
const Body = v.object({ mimeType: Text, text: Text, encoding: Text, size: Count, params: maybe(Pairs) })

const Entry = v.object({
  startedDateTime: Text,
  time: Count,
  _resourceType: Text,
  request: v.object({
    method: v.fallback(v.string(), 'GET'),
    url: v.string(),
    httpVersion: Text,
    headers: Pairs,
    postData: maybe(Body),
    bodySize: Count,
  }),
  response: maybe(
    v.object({
      status: v.number(),
      statusText: v.fallback(v.string(), ''),
      httpVersion: Text,
      headers: Pairs,
      content: maybe(Body),
      bodySize: Count,
    }),
  ),
})
type Entry = v.InferOutput<typeof Entry>

export type ReadEntry = { readonly recorded: Recorded } | { readonly problem: Recording['problems'][number] }

/** Lazily: an archive of thousands of entries is read as far as somebody looks. */
export function* entriesOf(har: Har): Generator<ReadEntry> {
  for (const span of har.entries) yield readEntry(har.text, span)
}

export function readEntry(text: string, span: Span): ReadEntry {
  const problem = (detail: string): ReadEntry => ({ problem: { problem: 'har-entry-unreadable', span, detail } })
  let json: unknown
  try {
    json = JSON.parse(text.slice(span.start, span.end))
  } catch {
    return problem('json')
  }
  const read = v.safeParse(Entry, json)
  if (!read.success) return problem(v.getDotPath(read.issues[0]) ?? 'object')
  const place = placeOfUrl(read.output.request.url)
  return place ? { recorded: recordedOf(read.output, place, span) } : problem('request.url')
}

/** What there is to say of an archive's end: nothing, or that there is none. */
export const endOf = ({ complete, entries, text }: Har): Recording['problems'] =>
  complete ? [] : [{ problem: 'har-invalid', span: { start: entries.at(-1)?.end ?? 0, end: text.length } }]

export function readHar(text: string): Recording {
  const har = harEntries(text)
  const read = [...entriesOf(har)]
  return {
    format: 'har',
    exchanges: read.flatMap((each) => ('recorded' in each ? [each.recorded] : [])),
    problems: [...read.flatMap((each) => ('problem' in each ? [each.problem] : [])), ...endOf(har)],
  }
}

function recordedOf(
  { request, response, startedDateTime, time, _resourceType }: Entry,
  place: UrlPlace,
  span: Span,
): Recorded {
  const sent = requestOf(request, place)
  const received = response && response.status >= 100 && response.status < 1000 ? responseOf(response) : undefined
  const unseen = [...(sent.unseen ? (['request'] as const) : []), ...(received?.unseen ? (['response'] as const) : [])]
  const at = Date.parse(startedDateTime ?? '')
  const version = versionOf(response?.httpVersion) ?? versionOf(request.httpVersion)
  return {
    request: sent.message,
    ...(received && { response: received.message }),
    ...(Number.isFinite(at) && { at }),
    ...(time !== undefined && time >= 0 && { took: time }),
    pieces: {},
    span,
    ...(place.transport && { transport: place.transport }),
    ...(version && { version }),
    ...(unseen.length > 0 && { unseen }),
    // Chromium can't say what it sent where an extension or a cache came between.
    excerpt: request.headers.length === 0 || (received !== undefined && response?.headers.length === 0),
    script: /^(?:xhr|fetch)$/i.test(_resourceType ?? ''),
  }
}

/** `h2`, `HTTP/2.0`, `http/2+quic/46`: written down where it is not HTTP/1. */
function versionOf(version: string | undefined): string | undefined {
  const found = /^(?:h|http\/)([23])\b/i.exec(version ?? '')
  return found ? `HTTP/${found[1]}` : undefined
}

/** Pseudo-header fields go (RFC 9113 §8.3); several `Set-Cookie` are joined with line feeds by some tools. */
const fieldsOf = (pairs: readonly { readonly name: string; readonly value: string }[]): readonly FieldDraft[] =>
  pairs.flatMap(({ name, value }) =>
    name === '' || name.startsWith(':') ? [] : value.split(/\r?\n/).map((each) => [name, each] as const),
  )

function requestOf({ method, headers, postData, bodySize }: Entry['request'], { host, target }: UrlPlace) {
  const given = fieldsOf(headers)
  const authority = headers.find(({ name }) => name === ':authority')?.value ?? host
  const hasHost = given.some(([name]) => /^host$/i.test(name))
  const fields: readonly FieldDraft[] = hasHost || authority === '' ? given : [['Host', authority], ...given]
  const params = postData?.params ?? []
  const form = /^application\/x-www-form-urlencoded/i.test(postData?.mimeType ?? '') && params.length > 0
  const body =
    postData?.text || (form ? new URLSearchParams(params.map(({ name, value }) => [name, value])).toString() : '')
  const message = parseRequest(
    writeRequest({
      method: method.replace(/\s/g, '') || 'GET',
      target: /^CONNECT$/i.test(method) ? host : target,
      fields,
      body,
    }),
  )
  return { message, unseen: body === '' && ((bodySize ?? 0) > 0 || postData !== undefined) }
}

function responseOf({ status, statusText, headers, content, bodySize }: NonNullable<Entry['response']>) {
  const octets = content?.encoding === 'base64' ? fromBase64((content.text ?? '').replace(/\s/g, '')) : undefined
  const body = (content?.encoding === 'base64' ? octets && utf8Text(octets) : content?.text) ?? ''
  const message = parseResponse(
    writeResponse({ status: Math.trunc(status), reason: statusText, fields: fieldsOf(headers), body }),
  )
  return { message, unseen: body === '' && isLeftOut(content, bodySize) }
}

/** Sizes are -1 where nobody knows them, and the text is absent where nobody asked for it in time. */
const isLeftOut = (content: v.InferOutput<typeof Body> | undefined, bodySize = 0): boolean =>
  content === undefined
    ? bodySize > 0
    : content.size !== 0 && (content.text === undefined || content.size !== undefined)

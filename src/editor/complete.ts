/** What could stand at the caret of a request: methods, paths, hosts, fields, and whatever credentials are made of. */

import type { Field } from '../protocol/http/message.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import type { Span } from '../protocol/text/span.ts'
import type { Completion } from './assist.ts'
import { completeCredentials } from './complete-credentials.ts'
import type { Knowledge } from './knowledge.ts'
import { endsLine, gapAfter, same, wordAround } from './word.ts'

const TCHAR = /[!#$%&'*+\-.^_`|~0-9A-Za-z]/

function methods(source: string, place: Span, { methods }: Knowledge): readonly Completion[] {
  const tail = endsLine(source, place.end) ? ' ' : ''
  return methods.map((method) => ({ label: method, insert: method + tail, span: place, kind: 'method' }))
}

/** Origin-form, or absolute-form where that was begun (RFC 9112 §3.2): first what answers to this method. */
function paths(source: string, place: Span, method: string, host: string | undefined, { hosts }: Knowledge) {
  const absolute = /^h/i.test(source.slice(place.start, place.end))
  const named = hosts.filter(({ name }) => host !== undefined && same(name, host))
  const asked = named.length > 0 && !absolute ? named : hosts
  const all = asked.flatMap(({ name, paths }) =>
    paths.map(({ path, methods }) => ({ target: absolute ? `http://${name}${path}` : path, methods })),
  )
  const once = all.filter(({ target }, index) => all.findIndex((each) => each.target === target) === index)
  const tail = endsLine(source, place.end) ? ' HTTP/1.1' : ''
  return once
    .toSorted((one, other) => Number(other.methods.includes(method)) - Number(one.methods.includes(method)))
    .map(({ target, methods }): Completion => {
      return { label: target, insert: target + tail, span: place, detail: methods.join(', '), kind: 'path' }
    })
}

function requestLine(source: string, start: number, offset: number, knowledge: Knowledge): readonly Completion[] {
  const { line, fields } = parseRequest(source)
  const words = source.slice(start, offset).split(/[ \t]+/)
  const place = wordAround(source, start, offset, /\S/)
  if (words.length === 1) return methods(source, place, knowledge)
  if (words.length === 2) return paths(source, place, line.method.text, hostOf(fields), knowledge)
  const version = { label: 'HTTP/1.1', insert: 'HTTP/1.1', span: place, kind: 'value' } as const
  return words.length === 3 ? [version] : []
}

const hostOf = (fields: readonly Field[]): string | undefined =>
  fields.find(({ name }) => same(name.text, 'Host'))?.value.text

/** Names that the message has already are left out: twice is nearly always a mistake, and can be typed. */
function fieldNames(source: string, start: number, offset: number, knowledge: Knowledge): readonly Completion[] {
  const place = wordAround(source, start, offset, TCHAR)
  const tail = source[place.end] === ':' ? '' : ': '
  const present = parseRequest(source).fields.filter(({ span }) => span.start !== start)
  return knowledge.fields
    .filter(({ name }) => !present.some((field) => same(field.name.text, name)))
    .map(({ name, detail }) => ({ label: name, insert: name + tail, span: place, detail, kind: 'field' }))
}

function hostNames(source: string, start: number, offset: number, { hosts }: Knowledge): readonly Completion[] {
  const place = wordAround(source, start, offset, /\S/)
  const gap = gapAfter(source, place.start, ':')
  return hosts.map(({ name }) => ({ label: name, insert: gap + name, span: place, kind: 'host' }))
}

/** All that fits the place; who shows it filters by what is typed. */
export function complete(source: string, offset: number, knowledge: Knowledge): readonly Completion[] {
  const { line, fields, body } = parseRequest(source)
  const start = source.slice(0, offset).lastIndexOf('\n') + 1
  if (offset <= line.span.end) return start < line.span.start ? [] : requestLine(source, start, offset, knowledge)
  const headEnds = /\n\r?\n$/.test(source.slice(0, body.span.start))
  if (headEnds && offset >= body.span.start) return []
  const before = source.slice(start, offset)
  if (/^[^\s:]*$/.test(before)) return fieldNames(source, start, offset, knowledge)
  const field = fields.find(({ span }) => span.start <= offset && offset <= span.end)
  if (!field || offset <= field.name.span.end) return []
  const value = Math.min(field.value.span.start, offset)
  if (same(field.name.text, 'Host')) return hostNames(source, value, offset, knowledge)
  return completeCredentials(source, field, offset, knowledge.schemes)
}

/** Reads what is named on the command line. Files are other people's: each failure is a value with a code. */

import { readFileSync } from 'node:fs'
import { text as textOf } from 'node:stream/consumers'

export type Input =
  | { readonly result: 'text'; readonly file: string; readonly text: string }
  | {
      readonly result: 'unreadable'
      readonly file: string
      readonly why: 'missing' | 'folder' | 'unreadable'
      readonly code: string
    }

/** `-` is standard input, which can be read once. For hundreds of small files one call after the other is the fastest. */
export async function readInput(file: string, stdin: NodeJS.ReadableStream = process.stdin): Promise<Input> {
  try {
    const text = file === '-' ? await textOf(stdin) : decoded(readFileSync(file))
    return { result: 'text', file, text }
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : code === 'EISDIR' ? 'folder' : 'unreadable'
    return { result: 'unreadable', file, why, code }
  }
}

/** UTF-8; UTF-16 where a shell of Windows wrote the file and says so; else octets are what they are on the wire: Latin-1. */
export function decoded(octets: Uint8Array): string {
  const [first, second] = octets
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(octets)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return Buffer.from(octets).toString('latin1')
  }
}

/** A curl command that is pasted becomes the request, and can be taken back. */

import { useState } from 'react'
import type { CurlProblem } from '../../protocol/clients/curl-arguments.ts'
import { isCurl } from '../../protocol/clients/curl-first-word.ts'
import type { Draft } from './use-draft.ts'

export type CommandNotice =
  | { readonly kind: 'converted'; readonly unread: readonly string[] }
  | { readonly kind: 'pasted'; readonly because: CurlProblem | 'not-loaded' }

interface Converted {
  readonly before: string
  readonly after: string
  readonly unread: readonly string[]
}

/** Makes the request of a text if it is a command, else lets it be pasted; false where it is none at all. */
export type TakeCommand = (text: string, paste: () => void) => boolean

export interface Command {
  readonly notice?: CommandNotice
  readonly take: TakeCommand
  undo(): void
  dismiss(): void
}

export function useCommand(draft: Draft): Command {
  const [converted, setConverted] = useState<Converted>()
  const [because, setBecause] = useState<CurlProblem | 'not-loaded'>()
  const current = converted?.after === draft.source ? converted : undefined
  const dismiss = () => {
    setConverted(undefined)
    setBecause(undefined)
  }
  const convert = async (text: string, paste: () => void) => {
    // Only who pastes a command needs its reader.
    const reader = await import('../../protocol/clients/curl.ts').catch(() => undefined)
    const read = reader?.fromCurl(text)
    dismiss()
    if (!read || 'problem' in read) {
      setBecause(read?.problem ?? 'not-loaded')
      return paste()
    }
    setConverted({ before: draft.source, after: read.source, unread: read.unread })
    draft.write(read.source)
  }
  return {
    notice: current ? { kind: 'converted', unread: current.unread } : because && { kind: 'pasted', because },
    take(text, paste) {
      if (!isCurl(text)) return false
      void convert(text, paste)
      return true
    },
    undo() {
      if (current) draft.write(current.before)
      dismiss()
    },
    dismiss,
  }
}

/** One person's session: the moves so far, with undo and redo, and the states that follow from them. */

import type { Move } from '../content/move.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import type { Courier } from './courier.ts'
import { direct } from './in-page.ts'
import { opening, play, type Start, type State } from './play.ts'
import { prepare } from './prepare.ts'

/** What there is to draw; a new object after each change, and only then. */
export interface Snapshot {
  readonly start: Start
  /** All moves, those that were undone included. */
  readonly moves: readonly Move[]
  /** How many of them count: those behind were undone and can be redone. */
  readonly at: number
  readonly state: State
  /** The states before: `states[n]` is the one after n moves. */
  readonly states: readonly State[]
}

export interface Session {
  snapshot(): Snapshot
  /** A move is under way: sending, or a calculation. */
  busy(): boolean
  /** Called when either of the two changes. */
  subscribe(listener: () => void): () => void
  /** Loads what the first Send takes; a failure is none, as whoever sends asks again and is told. */
  getReady(): void
  /** Makes a move behind those that count; what was undone is forgotten. Moves queue up, none overtakes another. */
  make(move: Move): Promise<void>
  /** The draft is now this text. Joins with the write before it, so that undo goes back by moves, not by letters. */
  write(text: string): void
  undo(): void
  redo(): void
  restart(): void
  /** Plays moves in the page, from the opening: a shared link, a solution. */
  replay(moves: readonly Move[]): Promise<void>
}

export function createSession(start: Start, courier: () => Courier): Session {
  const listeners = new Set<() => void>()
  let moves: readonly Move[] = []
  /** `states[n]` is the state after n moves. */
  let states: readonly State[] = [opening(start)]
  let at = 0
  let pending = 0
  let queue: Promise<void> = Promise.resolve()
  let current = look()

  function look(): Snapshot {
    return { start, moves, at, states, state: latest() }
  }
  function tell() {
    if (current.moves !== moves || current.at !== at || current.states !== states) current = look()
    for (const listener of listeners) listener()
  }
  function push(move: Move, state: State) {
    moves = [...moves.slice(0, at), move]
    states = [...states.slice(0, at + 1), state]
    at += 1
  }
  function enqueue(work: () => Promise<void>): Promise<void> {
    pending += 1
    tell()
    const done = queue.then(work).finally(() => {
      pending -= 1
      tell()
    })
    queue = done.catch(() => undefined)
    return done
  }
  function latest(): State {
    return states[at] ?? opening(start)
  }
  function jump(to: number) {
    if (pending > 0 || to < 0 || to > moves.length) return
    at = to
    tell()
  }

  return {
    snapshot: () => current,
    busy: () => pending > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getReady() {
      prepare(start.world, parseRequest(start.draft)).then(
        (world) => {
          // Where the request goes is part of the world already: its paths can be completed.
          if (moves.length > 0 || pending > 0 || world === start.world) return
          states = [{ ...opening(start), world }]
          tell()
        },
        () => undefined,
      )
    },
    make: (move) =>
      enqueue(async () => {
        const state = await play(start, latest(), move, at + 1, courier())
        // A move that was refused is no move: it leaves its reason, and nothing to undo.
        if (state.refused) states = [...states.slice(0, at), state, ...states.slice(at + 1)]
        else push(move, state)
      }),
    write(text) {
      if (pending > 0 || text === latest().draft) return
      const { refused: _, answer: __, ...state } = latest()
      const joins = at > 0 && moves[at - 1]?.kind === 'write'
      if (joins) at -= 1
      push({ kind: 'write', text }, { ...state, draft: text })
      tell()
    },
    undo: () => jump(at - 1),
    redo: () => jump(at + 1),
    restart() {
      jump(0)
      moves = []
      states = states.slice(0, 1)
      tell()
    },
    replay: (replayed) =>
      enqueue(async () => {
        at = 0
        states = [opening(start)]
        for (const move of replayed) push(move, await play(start, latest(), move, at + 1, direct))
      }),
  }
}

import { api, ask, asProblem, type QuizPaper, type VisitorGroup } from '@/api'
import { keep, kept } from './kept'

/** A paper's name is all that draws its questions, so any device can make one. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface Handed {
  paper: string
  hazard: string
  answers: number[]
  group: VisitorGroup
  learning: boolean
}

const SPARE = 'papers.'
const WAITING = 'handed'
const SPARES = 3

async function read(hazard: string): Promise<QuizPaper> {
  const path = { paper: newName() }
  return ask(api.GET('/api/v1/public/quiz/{paper}', { params: { path, query: { hazard } } }))
}

/** A new paper; without a line one that was laid aside while there was one. */
export async function anotherPaper(hazard: string): Promise<QuizPaper> {
  const spares = kept<QuizPaper[]>(SPARE + hazard) ?? []
  try {
    const paper = await read(hazard)
    while (spares.length < SPARES) spares.push(await read(hazard))
    keep(SPARE + hazard, spares)
    return paper
  } catch (thrown) {
    const spare = spares.shift()
    if (!spare) throw thrown
    keep(SPARE + hazard, spares)
    return spare
  }
}

/** Sends what is handed in, or keeps it until there is a line again. A paper sent twice counts once. */
export async function handIn(handed: Handed): Promise<boolean> {
  keep(WAITING, [...(kept<Handed[]>(WAITING) ?? []), handed])
  return sendKept()
}

export async function sendKept(): Promise<boolean> {
  for (let waiting = kept<Handed[]>(WAITING) ?? []; waiting.length; waiting = kept<Handed[]>(WAITING) ?? []) {
    const { paper, ...body } = waiting[0]!
    try {
      await ask(api.POST('/api/v1/public/quiz/{paper}', { params: { path: { paper } }, body }))
    } catch (thrown) {
      if (asProblem(thrown).status === 0) return false
    }
    keep(WAITING, waiting.slice(1))
  }
  return true
}

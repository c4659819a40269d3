import type { LineFault, ProblemBody } from './types'

/** A refusal or a failure, as a page shows it: what happened, at which field, and what to do. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | null
  readonly faults: LineFault[]

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.message ?? '')
    this.status = status
    this.code = body.code ?? (status === 0 ? 'no_network' : 'unknown')
    this.field = body.field || null
    this.faults = body.errors ?? []
  }

  /** The station's program did not answer at all. */
  get offline(): boolean {
    return this.status === 0
  }
}

/** Whatever was thrown, as a Problem. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof TypeError) return new Problem(0, {})
  return new Problem(-1, { message: thrown instanceof Error ? thrown.message : String(thrown) })
}

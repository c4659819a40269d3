export { api, ask, sendRaw, onAnswer, speak } from './client'
export { Problem, asProblem } from './problem'
export type * from './types'

export { api, ask, sendRaw, onAnswer, speak, stationTime_ms } from './client'
export { Problem, asProblem } from './problem'
export type * from './types'

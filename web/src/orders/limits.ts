/** The limits a form offers, in minutes; 0 leaves it to the policy. */
export const RECEIPT_MINUTES = [0, 10, 15, 30, 60]
export const ANSWER_MINUTES = [0, 30, 60, 120, 240, 720, 1440]

/** `minutes` from now as the server reads it; nothing for 0. */
export function limitAfter(minutes: number, now_ms: number): string | undefined {
  return minutes > 0 ? new Date(now_ms + minutes * 60_000).toISOString() : undefined
}

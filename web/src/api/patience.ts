const BEGINS_MS = 45_000
/** The slowest line that still counts as one: a thousand bytes a second. */
const BYTES_PER_MS = 1

/** How long an answer may take to begin when so many bytes go with the question, in milliseconds. */
export const patience_ms = (bytes: number) => BEGINS_MS + bytes / BYTES_PER_MS

/**
 * Sends, and gives up when no answer begins in time. A weak line may die without a word: what hangs for ever would hold
 * back everything behind it, what fails is tried again. Throws a TypeError, as fetch does where there is no network.
 */
export async function patiently(send: (signal: AbortSignal) => Promise<Response>, bytes = 0): Promise<Response> {
  const giving = new AbortController()
  let timer = 0
  const late = new Promise<never>((_, fail) => {
    timer = window.setTimeout(() => {
      fail(new TypeError('no answer in time'))
      giving.abort()
    }, patience_ms(bytes))
  })
  try {
    return await Promise.race([send(giving.signal), late])
  } finally {
    window.clearTimeout(timer)
  }
}

/** How many bytes a body has; nought where that cannot be said. */
export function bytesOf(body: BodyInit | null): number {
  if (typeof body === 'string') return body.length
  if (body instanceof Blob) return body.size
  return body instanceof ArrayBuffer ? body.byteLength : 0
}

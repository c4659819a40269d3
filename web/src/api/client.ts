import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './schema'
import type { LineFault, ProblemBody } from './types'
import { fetchEarly } from './early'
import { bytesOf, patiently } from './patience'
import { Problem } from './problem'

type Listener = (response: Response) => void
const listeners: Listener[] = []
let language = 'zh-CN'

/** Called with each answer of the server: the session hears of a 401. */
export function onAnswer(listener: Listener): void {
  listeners.push(listener)
}

export function speak(locale: string): void {
  language = locale
}

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language)
    return request
  },
  onResponse({ response }) {
    for (const listener of listeners) listener(response)
  },
}

export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: fetchEarly })
api.use(manners)

interface Outcome<R> {
  data?: R
  error?: unknown
  response: Response
}

/** Waits for an answer and returns its body; a refusal is thrown as a Problem. */
export async function ask<R>(asked: Promise<Outcome<R>>): Promise<R> {
  let outcome: Outcome<R>
  try {
    outcome = await asked
  } catch (thrown) {
    throw thrown instanceof TypeError ? new Problem(0, {}) : thrown
  }
  if (outcome.error !== undefined || !outcome.response.ok) {
    throw new Problem(outcome.response.status, problemBody(outcome.error))
  }
  return outcome.data as R
}

/** Sends a body that is not JSON (a CAP file, a picture, a table) and reads the JSON answer. */
export async function sendRaw<R>(
  path: string,
  body: BodyInit | null,
  contentType: string,
  more: { method?: 'POST' | 'PUT' | 'GET'; headers?: Record<string, string> } = {},
): Promise<R> {
  const headers = { 'Content-Type': contentType, 'Accept-Language': language, ...more.headers }
  let response: Response
  try {
    const asked = { method: more.method ?? 'POST', body, headers, credentials: 'same-origin' } as const
    response = await patiently((signal) => fetch(path, { ...asked, signal }), bytesOf(body))
  } catch {
    throw new Problem(0, {})
  }
  const text = await response.text()
  const answer: unknown = text ? safeJson(text) : undefined
  if (!response.ok) throw new Problem(response.status, problemBody(answer))
  return answer as R
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function problemBody(error: unknown): Partial<ProblemBody> {
  if (typeof error === 'string') return problemBody(safeJson(error) === error ? null : safeJson(error))
  if (error === null || typeof error !== 'object') return {}
  const body = error as Partial<ProblemBody> & { errors?: LineFault[] }
  if (language.startsWith('en') && body.message_en) return { ...body, message: body.message_en }
  return body
}

/** What the station's clock shows, in milliseconds; null when it cannot be asked. */
export async function stationTime_ms(): Promise<number | null> {
  try {
    const answer: unknown = await (await fetch('/healthz', { cache: 'no-store' })).json()
    const now = answer && typeof answer === 'object' && 'now' in answer ? Date.parse(String(answer.now)) : Number.NaN
    return Number.isNaN(now) ? null : now
  } catch {
    return null
  }
}

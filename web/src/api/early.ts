type Early = Record<string, Promise<Response>>

const LONGEST_MS = 15_000
const begun = Date.now()

/**
 * What was asked for before this script was here (tools/early.js). Each answer is handed out once, and only while
 * it is fresh and was granted; everything else is asked for as usual.
 */
export async function fetchEarly(request: Request): Promise<Response> {
  const early = (window as unknown as { anlanEarly?: Early }).anlanEarly
  const { pathname, search } = new URL(request.url, location.href)
  const answer = request.method === 'GET' ? early?.[pathname + search] : undefined
  if (!early || !answer) return fetch(request)
  delete early[pathname + search]
  if (Date.now() - begun > LONGEST_MS) return fetch(request)
  const given = await answer
  // Refused before somebody signed in says nothing about afterwards.
  return given.ok ? given : fetch(request)
}

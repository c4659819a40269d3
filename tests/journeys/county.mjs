// A real demonstration county for the journeys: its own processes, ports and folder, nothing shared with another run.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const program = process.env.ANLAN_PROGRAM ?? join(root, 'build/release/anlan')
export const COUNTY = '350581000000'
export const YONGNING = '350581106000'
const NODES = 5
const START_ms = 60_000
const PASSWORD = 'anlan-demo'

/** Starts it and waits until every node has said where it is. */
export async function startCounty() {
  const data = mkdtempSync(join(tmpdir(), 'anlan-journey-'))
  const running = spawn(program, ['demo', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((settle) => running.once('exit', (code, signal) => settle(code ?? signal)))
  const urls = new Map()
  const ready = new Promise((settle, fail) => {
    const late = setTimeout(() => fail(new Error(`only ${urls.size} of ${NODES} nodes were ready`)), START_ms)
    createInterface({ input: running.stdout }).on('line', (line) => {
      const [word, area, , url] = line.split(' ')
      if (word === 'ready') urls.set(area, url)
      if (urls.size === NODES) settle(clearTimeout(late))
    })
    gone.then((code) => fail(new Error(`the program ended with ${code} before it was ready`)))
  })
  await ready
  return {
    data,
    url: (area = YONGNING) => urls.get(area),
    async stop() {
      running.kill('SIGTERM')
      return gone
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  }
}

/** One of the program's commands; the exit code and what it printed. */
export function command(...words) {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

/** Somebody signed in over HTTP. `get` answers with the JSON, `post` with status and JSON. */
export async function signIn(base, login) {
  const entering = await fetch(`${base}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  })
  if (entering.status !== 201) throw new Error(`${login} was not let in: ${entering.status}`)
  const { token, me } = await entering.json()
  const headers = { Authorization: `Bearer ${token}` }
  const answer = async (response) => ({ status: response.status, body: await response.json() })
  return {
    me,
    get: async (path) => (await fetch(base + path, { headers })).json(),
    bytes: async (path) => Buffer.from(await (await fetch(base + path, { headers })).arrayBuffer()),
    post: async (path, body, type = 'application/json') =>
      answer(
        await fetch(base + path, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': type },
          body: type === 'application/json' ? JSON.stringify(body) : body,
        }),
      ),
  }
}

/** Asks again until the answer will do; fails with what it last saw. */
export async function until(ask, wanted, patience_ms = 10_000) {
  const end = Date.now() + patience_ms
  for (;;) {
    const seen = await ask()
    if (wanted(seen)) return seen
    if (Date.now() > end) throw new Error(`still not so after ${patience_ms} ms: ${JSON.stringify(seen).slice(0, 600)}`)
    await new Promise((settle) => setTimeout(settle, 25))
  }
}

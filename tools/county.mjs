// Five stations as they stand in five buildings: each a process with its own data, its own nats-server and its own key, the
// towns joined to the county with real codes. `./dev county [folder]`; tests use the same functions.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = process.env.ANLAN_PROGRAM ?? join(root, 'build/release/anlan')
const PASSWORD = 'anlan-demo'
const START_ms = 60_000
export const COUNTY = { area: '350581000000', name: '石狮市' }
export const TOWNS = [
  { area: '350581001000', name: '湖滨街道' },
  { area: '350581102000', name: '蚶江镇' },
  { area: '350581106000', name: '永宁镇' },
  { area: '350581103000', name: '祥芝镇' },
]

/** A port nobody uses at this moment. */
export const freePort = () =>
  new Promise((settle) => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listener.address()
      listener.close(() => settle(port))
    })
  })

/** Runs a node's process until it says where it is. */
export async function serve(config) {
  const running = spawn(program, ['serve', '--config', config], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((settle) => running.once('exit', (code, signal) => settle(code ?? signal)))
  const url = await new Promise((settle, fail) => {
    const late = setTimeout(() => fail(new Error(`${config}: not ready in time`)), START_ms)
    createInterface({ input: running.stdout }).on('line', (line) => {
      const [word, , , where] = line.split(' ')
      if (word === 'ready') settle(where, clearTimeout(late))
    })
    gone.then((how) => fail(new Error(`${config}: ended with ${how}`)))
  })
  return { url, pid: running.pid, end: (signal = 'SIGTERM') => (running.kill(signal), gone) }
}

/** Somebody signed in at a node. */
export async function signIn(url, login) {
  const said = async (method, path, body) => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text ? JSON.parse(text) : null
  }
  let token = null
  token = (await said('POST', '/api/v1/sessions', { login, password: PASSWORD })).token
  return { token, get: (path) => said('GET', path), post: (path, body = {}) => said('POST', path, body) }
}

/** Of a station with nobody above it. */
export function countyConfig(folder, port, leaf, { area, name } = COUNTY) {
  return `data = "${folder}"
shared = "${root}data"
web = "${root}web/dist"

[[node]]
area = "${area}"
name = "${name}"
demo = true
port = ${port}

[node.nats]
leaf_host = "127.0.0.1"
leaf_port = ${leaf}
host = "127.0.0.1"
`
}

/** As two people do on the telephone: a code, the digits compared, approved. With `leaf` it takes stations below itself. */
export async function joinStation(admin, parent, town, folder, port, leaf = 0) {
  const { code } = await admin.post('/api/v1/links/codes')
  const words = ['node', 'join', '--area', town.area, '--data', folder, '--port', String(port), '--leaf-port', String(leaf)]
  const ask = ['--parent', parent, '--code', code, '--name', town.name, '--wait', '0']
  const asked = spawnSync(program, [...words, ...ask], { encoding: 'utf8' })
  const digits = asked.stdout.match(/(\d{4} ){4}\d{4}/)?.[0]
  const { items } = await admin.get('/api/v1/links/requests')
  const request = items.find((each) => each.area === town.area && each.state === 'pending')
  if (!digits || request?.fingerprint !== digits) throw new Error(`${town.name}: the digits differ\n${asked.stdout}${asked.stderr}`)
  await admin.post(`/api/v1/links/requests/${town.area}/approve`, { fingerprint: digits })
  const joined = spawnSync(program, [...words, '--wait', '30'], { encoding: 'utf8' })
  if (joined.status !== 0) throw new Error(joined.stdout + joined.stderr)
  const config = join(folder, 'anlan.toml')
  writeFileSync(config, readFileSync(config, 'utf8').replace('[[node]]\n', '[[node]]\ndemo = true\n').replace('[node.nats]\n', '[node.nats]\nleaf_host = "127.0.0.1"\n'))
}

/**
 * The five stations in `folder`, joined when they are not yet. `firstPort` 0 draws ports freely. `before` may change a
 * town's files between joining and starting.
 */
export async function startFive(folder, { firstPort = 0, before = () => {} } = {}) {
  folder = resolve(folder)
  const port = async (offset) => (firstPort ? firstPort + offset : freePort())
  const home = (each) => join(folder, each.area)
  const config = (each) => join(home(each), 'anlan.toml')
  const nodes = new Map()
  mkdirSync(home(COUNTY), { recursive: true })
  if (!existsSync(config(COUNTY))) writeFileSync(config(COUNTY), countyConfig(home(COUNTY), await port(0), await port(10)))
  nodes.set(COUNTY.area, await serve(config(COUNTY)))
  const county = nodes.get(COUNTY.area)
  try {
    const admin = await signIn(county.url, 'admin')
    for (const [index, town] of TOWNS.entries()) {
      if (!existsSync(config(town))) await joinStation(admin, county.url, town, home(town), await port(index + 1))
      await before(town, home(town))
      nodes.set(town.area, await serve(config(town)))
    }
  } catch (fault) {
    await Promise.all([...nodes.values()].map((each) => each.end()))
    throw fault
  }
  return {
    url: (area) => nodes.get(area).url,
    pid: (area) => nodes.get(area).pid,
    home: (area) => home({ area }),
    end: (area, signal) => nodes.get(area).end(signal),
    async start(area) {
      nodes.set(area, await serve(config({ area })))
    },
    stop: () => Promise.all([...nodes.values()].map((each) => each.end())),
  }
}

async function main() {
  const folder = process.argv[2] ?? join(root, 'data-county')
  const five = await startFive(folder, { firstPort: 18_500 })
  for (const each of [COUNTY, ...TOWNS]) console.log(`${each.name}\t${five.url(each.area)}`)
  console.log(`登录 / log in: zhiban, zhanzhang, cunzhang, admin …  密码 / password: ${PASSWORD}`)
  console.log('Ctrl-C 全部停止 / Ctrl-C stops all')
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => five.stop().then(() => process.exit(0)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()

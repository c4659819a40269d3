// Four stations on three levels, as they stand in four buildings: each a process with its own data, its own nats-server and
// its own Janus; a prefecture, its county, two towns of it. Each station's line upwards can be cut.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countyConfig, COUNTY, freePort, joinStation, serve, TOWNS } from '../../tools/county.mjs'
import { signIn, until } from '../journeys/county.mjs'
import { startJanus } from '../journeys/janus.mjs'
import { relay } from '../program/relay.mjs'

export const PREFECTURE = { area: '350500000000', name: '泉州市' }
export const [NEAR, FAR] = [TOWNS[2], TOWNS[3]]
export { COUNTY }
export const STATIONS = [PREFECTURE, COUNTY, NEAR, FAR]
const ABOVE = new Map([[COUNTY, PREFECTURE], [NEAR, COUNTY], [FAR, COUNTY]])
/** Log-ins of two people of a station; the first may hold meetings. */
export const peopleOf = (each) => (each === PREFECTURE ? ['shiju', 'zhiban'] : ['zhanzhang', 'zhiban'])
const LINKED_ms = 60_000

/** Somebody who asks and is answered with the body alone, as `joinStation` wishes. */
async function asking(url, login) {
  const one = await signIn(url, login)
  return { get: one.get, post: async (path, body = {}) => (await one.post(path, body)).body }
}

export async function startFour() {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-four-'))
  const home = ({ area }) => join(folder, area)
  const config = (each) => join(home(each), 'anlan.toml')
  const running = new Map() // by station: its program, its Janus, its line upwards
  const of = (each) => running.get(each)

  async function joined(each, above) {
    await joinStation(await asking(of(above).node.url, 'admin'), of(above).node.url, each, home(each), await freePort(), each === COUNTY ? await freePort() : 0)
    const file = join(home(each), each.area, 'parent.json')
    const parent = JSON.parse(readFileSync(file, 'utf8'))
    const line = await relay(parent.leaf_port)
    writeFileSync(file, JSON.stringify({ ...parent, leaf_port: line.port }))
    return line
  }
  async function start(each, nth) {
    const above = ABOVE.get(each)
    if (!above) {
      mkdirSync(home(each), { recursive: true })
      writeFileSync(config(each), countyConfig(home(each), await freePort(), await freePort(), each))
    }
    const own = { line: above ? await joined(each, above) : null }
    running.set(each, own)
    own.janus = await startJanus(join(folder, `janus${nth}`), nth)
    appendFileSync(config(each), `\n[node.janus]\nsocket = "${own.janus.socket}"\n`)
    own.node = await serve(config(each))
  }
  async function linked(each, above) {
    const upper = await signIn(of(above).node.url, peopleOf(above)[0])
    await until(() => upper.get('/api/v1/links'), ({ items }) => items.some(({ area, up }) => area === each.area && up), LINKED_ms)
  }
  async function stop() {
    await Promise.all([...running.values()].map(({ node }) => node?.end()))
    await Promise.all([...running.values()].map(({ janus }) => janus?.stop()))
    for (const { line } of running.values()) line?.close()
    if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
  }

  try {
    for (const [nth, each] of STATIONS.entries()) await start(each, nth)
    for (const [each, above] of ABOVE) await linked(each, above)
  } catch (fault) {
    await stop()
    throw fault
  }
  return {
    stop,
    url: (each) => of(each).node.url,
    pid: (each) => of(each).node.pid,
    janus: (each) => of(each).janus,
    /** From this station upwards. */
    line: (each) => of(each).line,
  }
}

/** The meeting of a prefecture joined to its county, and that of the county to both towns; ids by station. */
export async function joinFour(four, title) {
  const ids = new Map()
  const top = await signIn(four.url(PREFECTURE), peopleOf(PREFECTURE)[0])
  const opened = await top.post('/api/v1/meetings', { id: '', title, origin: '', guests: [top.me.person], rings: false })
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body))
  ids.set(PREFECTURE, opened.body.id)
  for (const [each, above] of ABOVE) {
    const upper = await signIn(four.url(above), peopleOf(above)[0])
    const spanned = await upper.post(`/api/v1/meetings/${ids.get(above)}/span`, { to: [each.area] })
    if (spanned.status !== 200) throw new Error(JSON.stringify(spanned.body))
    const own = await signIn(four.url(each), peopleOf(each)[0])
    const wanted = (page) => page.items.find(({ origin }) => origin === `above:${ids.get(above)}`)
    ids.set(each, wanted(await until(() => own.get('/api/v1/meetings'), wanted, LINKED_ms)).id)
  }
  return ids
}

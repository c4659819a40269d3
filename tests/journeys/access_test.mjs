// Every page for everybody: nothing that axe finds against WCAG 2.2 AA, on the desk, the wall and the phone, in the larger
// letters, which are harder to fit.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { typhoonAlert } from './alert.mjs'
import { signIn, startCounty, until } from './county.mjs'

const tool = fileURLToPath(new URL('../../web/tools/axe.mjs', import.meta.url))
let county

before(async () => {
  county = await startCounty()
  const head = await signIn(county.url(), 'zhanzhang')
  await head.post('/api/v1/warnings', typhoonAlert({ identifier: 'A-1' }), 'application/cap+xml')
  const open = () => head.get('/api/v1/responses?state=open')
  const { items } = await until(open, (all) => all.items.length > 0)
  await head.post(`/api/v1/responses/${items[0].id}/confirm`, {})
  await until(open, (all) => all.items.some((each) => each.calls_total > 0))
})
after(async () => {
  await county?.stop()
  county?.remove()
})

/** Runs the tool on the county's pages; its findings and exit code. */
function look() {
  const running = spawn(process.execPath, [tool], { env: { ...process.env, ANLAN_URL: county.url(), LARGE: '1' } })
  let said = ''
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (piece) => (said += piece))
  return new Promise((settle) => running.once('exit', (code) => settle({ code, said })))
}

test('every page passes', async () => {
  const { code, said } = await look()
  assert.equal(code, 0, said)
})

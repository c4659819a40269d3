// Another system is told of what happens here: signed, in order, and with nothing lost while it is down.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

let county, browser, page, officer, admin, secret, port
const taken = []
let server

/** A real server that keeps what it takes; `status` is what it answers. */
function listen(status = 204) {
  server = createServer((request, response) => {
    const pieces = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => {
      taken.push({ headers: request.headers, body: Buffer.concat(pieces).toString() })
      response.writeHead(status).end()
    })
  })
  return new Promise((settle) => server.listen(port ?? 0, '127.0.0.1', () => settle((port = server.address().port))))
}
const hush = () => new Promise((settle) => {
  server.close(settle)
  server.closeAllConnections()
})
const dialog = () => page.locator('dialog[open]')
const kinds = () => taken.map((each) => each.headers['anlan-event'])
const tell = async (words) =>
  assert.equal((await officer.post('/api/v1/incidents', { words, kind: 'fire', place: '测试码头', source: 'telephone' })).status, 201)

before(async () => {
  await listen()
  county = await startCounty()
  admin = await signIn(county.url(), 'admin')
  officer = await signIn(county.url(), 'zhiban')
  await admin.post('/api/v1/api-tokens', { name: '市应急平台', permissions: ['desk.view', 'journal.read'] })
  browser = await launch()
  page = await enter(browser, county.url(), { login: 'admin', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
  await hush()
})

test('a hook is made for a system with a key, and its secret is shown once', async () => {
  await page.goto(`${county.url()}/system`)
  await page.getByRole('link', { name: '事件推送' }).click()
  await page.getByText('没有事件推送').waitFor()
  await page.getByRole('button', { name: '新建推送' }).click()
  await dialog().getByLabel('对方系统').fill('市应急平台')
  await dialog().getByLabel('接收地址').fill('市应急平台的地址')
  await dialog().getByRole('button', { name: '新建推送' }).click()
  await dialog().getByText('请填 http:// 或 https://').waitFor()
  await dialog().getByLabel('接收地址').fill(`http://127.0.0.1:${port}/anlan`)
  await dialog().getByLabel('突发事件').check()
  await dialog().getByLabel('按哪个接口令牌的权限').selectOption({ label: '市应急平台' })
  await dialog().getByRole('button', { name: '新建推送' }).click()
  secret = await dialog().getByLabel('签名密钥').inputValue()
  assert.match(secret, /^anlh_[0-9a-f]{64}$/)
  await dialog().getByRole('button', { name: '已交给对方' }).click()
  await page.getByRole('cell', { name: '附内容（个人信息除外）' }).waitFor()
})

test('what happens is posted within seconds, and the signature holds', async () => {
  await tell('渔船起火，一人被困')
  await until(() => taken.length, (count) => count > 0)
  const [{ headers, body }] = taken
  const words = `${headers['anlan-time']}.${body}`
  const code = (digest) => createHmac(digest, secret).update(words).digest('hex')
  assert.equal(headers['anlan-signature'], `sm3=${code('sm3')},sha256=${code('sha256')}`)
  const said = JSON.parse(body)
  assert.equal(said.kind, 'incident.taken/1')
  assert.equal(said.id, headers['anlan-delivery'])
  assert.match(said.body.account.course, /渔船起火/)
  await page.getByRole('cell', { name: /^1 条/ }).waitFor()
})

test('the page says that a server is down, what waits is kept, and a trial says so', async () => {
  await hush()
  await tell('第二件事')
  await page.getByText('对方没收到，排队中').waitFor()
  await tell('第三件事')
  await page.getByRole('button', { name: '试推' }).click()
  await page.getByText('对方暂时连不上').first().waitFor()
})

test('what waited comes in order as soon as the server is back, each once', async () => {
  taken.length = 0
  await listen()
  await page.getByRole('button', { name: '试推' }).click() // tries at once instead of after its pause
  await until(kinds, (seen) => seen.filter((each) => each.startsWith('incident.taken')).length === 2)
  const told = taken.filter((each) => each.headers['anlan-event'] !== 'test').map((each) => JSON.parse(each.body))
  assert.deepEqual(told.map((each) => each.body.account.course), ['第二件事', '第三件事'])
  await page.getByRole('cell', { name: '正常' }).waitFor()
})

test('an entry the other side refuses for ever is passed over only with a reason', async () => {
  await hush()
  await listen(400)
  await tell('对方不收的事')
  await page.getByText('HTTP 400').first().waitFor()
  await page.getByRole('button', { name: '跳过这一条' }).click()
  await dialog().getByRole('textbox').fill('对方确认不需要')
  await dialog().getByRole('button', { name: '跳过这一条' }).click()
  await page.getByText('跳过 1 条').waitFor()
})

test('an ended hook tells nothing more', async () => {
  await page.getByRole('button', { name: '停用' }).click()
  await dialog().getByRole('textbox').fill('对接结束')
  await dialog().getByRole('button', { name: '停用' }).click()
  await page.getByRole('cell', { name: '已停用' }).waitFor()
  taken.length = 0
  await tell('停用以后的事')
  await until(() => officer.get('/api/v1/incidents'), (list) => list.items.some((each) => each.title.includes('测试码头')))
  assert.deepEqual(taken, [])
  assert.deepEqual(page.faults, [])
})

// Devices and the comm check: low airtime is seen, a device is registered and read off, a round is tapped through on a
// phone, a fault is repaired, a round that nobody finishes ends by itself, and the county hears counts alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { command, COUNTY, signIn, startCounty, until, YONGNING } from './county.mjs'
import { enter, launch } from './screen.mjs'

const NUMBER = '17400009999'
let county, officer, bureau, browser, desk, phone, round

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhiban')
  bureau = await signIn(county.url(COUNTY), 'zhiban')
  browser = await launch()
  desk = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
  phone = await enter(browser, county.url(), { login: 'zhiban', kind: 'phone' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const devices = async () => (await officer.get('/api/v1/devices')).items
const numbered = async (number) => (await devices()).find((each) => each.number === number)
const detail = () => officer.get(`/api/v1/comm-rounds/${round}`)

test('low airtime stands on the list in red, with what to do', async () => {
  await desk.goto(`${county.url()}/desk`)
  await desk.getByRole('button', { name: '通信' }).click()
  await desk.getByRole('link', { name: '通信设备' }).click()
  const row = desk.getByRole('row', { name: /卫星电话二号机/ })
  await row.getByText('剩余通话 15 分钟，请充值').waitFor()
  assert.match(await row.innerText(), /立即处理/)
  await desk.getByRole('button', { name: /无人机/ }).click()
  await row.waitFor({ state: 'hidden' })
  await desk.getByRole('button', { name: /全部/ }).click()
})

test('a device is registered; what is wrong with a field is said beside it', async () => {
  await desk.getByRole('button', { name: '登记设备' }).click()
  const form = desk.getByRole('dialog', { name: '登记设备' })
  await form.getByLabel('名称').fill('测试三号机')
  await form.getByLabel('号码或出厂编号').fill('17400000001')
  await form.getByLabel('存放地点').fill('测试船上')
  await form.getByLabel('保管人').selectOption({ index: 1 })
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('这个号码已登记为').waitFor()
  await form.getByLabel('号码或出厂编号').fill(NUMBER)
  await form.getByRole('button', { name: '保存' }).click()
  await desk.getByRole('row', { name: /测试三号机/ }).getByText('还没有报过电量，请查看并登记').waitFor()
})

test('read off and tried, it asks for nothing more', async () => {
  await desk.getByRole('link', { name: '测试三号机' }).click()
  await desk.getByRole('button', { name: '登记电量话费' }).click()
  const form = desk.getByRole('dialog', { name: '登记电量话费' })
  await form.getByLabel('电量（%）').fill('88')
  await form.getByLabel('剩余通话（分钟）').fill('300')
  await form.getByRole('button', { name: '保存' }).click()
  await desk.getByText('还没有报过电量').waitFor({ state: 'hidden' })
  await desk.getByRole('button', { name: '呼叫测试' }).click()
  const check = desk.getByRole('dialog', { name: '呼叫测试' })
  await check.getByLabel('几秒应答').fill('21')
  await check.getByLabel('对方单位').fill('市值班室')
  await check.getByRole('button', { name: '保存' }).click()
  await desk.getByText('21 秒应答').waitFor()
  const seen = await numbered(NUMBER)
  assert.deepEqual(seen.findings, [])
  assert.equal(seen.state, 'ok')
})

test('it goes to another keeper by name', async () => {
  const before = (await numbered(NUMBER)).keeper
  await desk.getByRole('button', { name: '移交' }).click()
  const form = desk.getByRole('dialog', { name: '移交' })
  await form.getByLabel('接收人').selectOption({ index: 3 })
  await form.getByRole('button', { name: '移交' }).click()
  await until(() => numbered(NUMBER), (each) => each.keeper !== before)
})

test('the open round is tapped through on a phone, and a fault says what is wrong', async () => {
  await phone.goto(`${county.url()}/devices`)
  await phone.getByRole('button', { name: '继续点名' }).click()
  await phone.waitForURL(/devices\/rounds\//)
  round = phone.url().split('/').at(-1)
  assert.ok(await phone.getByRole('button', { name: '结束点名' }).isDisabled(), 'not all are noted')
  const { parts } = await detail()
  const left = parts.filter((each) => !each.outcome)
  assert.ok(left.length > 2, `${left.length} to go`)
  const taps = (part) => phone.getByRole('group', { name: part.name })
  const faulty = left[0]
  await taps(faulty).getByRole('button', { name: '故障' }).click()
  const form = phone.getByRole('dialog')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('请写明是什么故障').waitFor()
  await form.getByLabel('什么故障').fill('按键失灵')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'hidden' })
  for (const part of left.slice(1)) {
    await taps(part).getByRole('button', { name: '呼叫' }).click()
    await taps(part).getByRole('button', { name: '应答', exact: true }).click()
    await taps(part).getByRole('button', { name: '应答', exact: true, pressed: true }).waitFor()
  }
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= 390, `${wide} px wide`)
  await phone.getByRole('button', { name: '结束点名' }).click()
  const ended = await until(detail, (each) => each.round.closed_at)
  assert.equal(ended.round.left, 0)
  assert.equal(ended.round.faulty, 1)
  assert.equal((await numbered(faulty.number)).failure, 'fault')
})

test('a repair takes the red away', async () => {
  const broken = (await devices()).find((each) => each.failure === 'fault')
  await desk.goto(`${county.url()}/devices/${broken.id}`)
  await desk.getByText('有故障：按键失灵，请送修，修好后登记修复').waitFor()
  await desk.getByRole('button', { name: '登记修复' }).click()
  const form = desk.getByRole('dialog', { name: '登记修复' })
  await form.getByRole('textbox').fill('换了按键板')
  await form.getByRole('button', { name: '保存' }).click()
  await desk.getByText('有故障').waitFor({ state: 'hidden' })
  assert.equal((await numbered(broken.number)).failure, null)
})

test('a round that nobody finishes ends by itself and marks the rest missed', async () => {
  // Two seconds instead of an hour: the limit is the station's own to set.
  const session = await fetch(`${county.url()}/api/v1/sessions`, { method: 'POST', body: JSON.stringify({ login: 'zhanzhang', password: 'anlan-demo' }) })
  const { token } = await session.json()
  const set = await fetch(`${county.url()}/api/v1/policy/device.round.lasting`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ value: 1 / 30, source: '测试' }),
  })
  assert.equal(set.status, 200, await set.text())
  await desk.goto(`${county.url()}/devices`)
  await desk.getByRole('button', { name: '开始点名' }).click()
  await desk.waitForURL(/devices\/rounds\//)
  round = desk.url().split('/').at(-1)
  const ended = await until(detail, (each) => each.round.closed_at, 30_000)
  assert.equal(ended.round.left, ended.round.asked)
  assert.ok(ended.parts.every((each) => each.outcome === 'missed'))
  await desk.getByText(`未点到 ${ended.round.asked}`).waitFor()
  const phones = (await devices()).filter((each) => each.kind === 'satellite_phone')
  assert.ok(phones.every((each) => each.findings.some((one) => one.code === 'missed')))
})

test('the county hears counts, and no number leaves the town', async () => {
  const told = await until(
    async () => (await bureau.get('/api/v1/devices/below')).items.find((each) => each.node === YONGNING),
    (each) => each && each.left === each.asked,
  )
  assert.equal(told.satellite_phones, 3)
  assert.deepEqual((await bureau.get('/api/v1/devices')).items, [])
  const sent = (await officer.get('/api/v1/sharing/sent?limit=400')).items.filter((each) => /^(device|comm_round)\./.test(each.kind))
  assert.ok(sent.length > 0 && sent.every((each) => each.kind.startsWith('comm_round.closed')), JSON.stringify(sent.slice(0, 2)))
  assert.doesNotMatch(JSON.stringify(sent), new RegExp(NUMBER))
  assert.deepEqual([...desk.faults, ...phone.faults], [])
  await county.stop()
  const verdict = command('verify', '--data', county.data)
  assert.equal(verdict.status, 0, verdict.text)
})

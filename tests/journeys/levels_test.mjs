// The other ways of a response: declined, started by hand, raised, a task given to another, doors knocked at, looked back on.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { typhoonAlert } from './alert.mjs'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const CAP = 'application/cap+xml'
let county, browser, page, head, response

before(async () => {
  county = await startCounty()
  browser = await launch()
  head = await signIn(county.url(), 'zhanzhang')
  page = await enter(browser, county.url(), { login: 'zhanzhang', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const dialog = () => page.locator('dialog[open]')
const button = (name) => page.getByRole('button', { name, exact: true })
const confirm = () => dialog().getByRole('button', { name: '确认', exact: true }).click()
const read = () => head.get(`/api/v1/responses/${response.id}`)
const open = async () => (await head.get('/api/v1/responses?state=open')).items

test('a proposal is declined with a reason, and never without', async () => {
  await head.post('/api/v1/warnings', typhoonAlert({ identifier: 'L-1', colour: '黄色' }), CAP)
  const [proposed] = await until(open, (all) => all.length > 0)
  response = proposed
  await page.goto(`${county.url()}/responses/${response.id}`)
  await button('不启动').click()
  await confirm()
  await dialog().getByRole('alert').first().waitFor()
  await dialog().locator('textarea').fill('台风路径已偏离')
  await confirm()
  await until(read, (each) => each.declined)
  await page.getByText('台风路径已偏离').first().waitFor()
})

test('a response is started by hand, with plan, level and reason', async () => {
  await page.goto(`${county.url()}/responses`)
  await button('手动启动').click()
  const plans = (await head.get('/api/v1/plans')).items
  await dialog().getByLabel('预案').selectOption(plans.find((each) => each.hazards.includes('typhoon') && each.state === 'approved').id)
  await dialog().getByLabel('Ⅲ级', { exact: false }).check()
  await dialog().getByLabel('理由').fill('县防指电话指令')
  await button('启动响应').click()
  ;[response] = await until(open, (all) => all.some((each) => each.state === 'active'))
  assert.equal(response.level, 3)
})

test('it is raised with a reason, and more is to be done', async () => {
  const before = await read()
  await page.goto(`${county.url()}/responses/${response.id}`)
  await button('调整级别').click()
  await dialog().getByLabel('Ⅱ级', { exact: false }).check()
  await dialog().locator('textarea').fill('风力加大')
  await confirm()
  const after = await until(read, (each) => each.level === 2)
  assert.ok(after.tasks_total >= before.tasks_total)
  assert.ok(after.calls_total >= before.calls_total)
})

test('a task is given to somebody else with a reason', async () => {
  const { items } = await head.get(`/api/v1/tasks?response=${response.id}&state=open`)
  const task = items.find((each) => each.owner)
  await page.reload()
  await page.getByRole('button', { name: new RegExp(task.title) }).first().click()
  await button('改派').click()
  const giving = dialog().filter({ hasText: '改派这项任务' }).last()
  await giving.getByLabel('改派给').selectOption({ index: 3 })
  await giving.locator('textarea').last().fill('原责任人外出')
  await giving.getByRole('button', { name: '改派' }).last().click()
  await until(
    async () => (await head.get(`/api/v1/tasks?response=${response.id}`)).items.find((each) => each.id === task.id),
    (each) => each.owner !== task.owner,
  )
})

test('when nobody on the ladder answers, a named helper knocks at each door and enters what they found', async () => {
  const { items } = await head.get(`/api/v1/calls?response=${response.id}`)
  let call = items.find((each) => each.state === 'ringing' && each.area.slice(9) !== '000')
  for (let rung = 0; rung < 10 && call.state === 'ringing'; ++rung) {
    const passed = await head.post(`/api/v1/calls/${call.id}/unreachable`, { reason: '电话不通', next: '' })
    assert.equal(passed.status, 200, JSON.stringify(passed.body))
    call = await head.get(`/api/v1/calls/${call.id}`)
  }
  assert.equal(call.state, 'door_knock', JSON.stringify(call.ladder))
  const done = await head.post(`/api/v1/calls/${call.id}/door-knocks`, {
    household: call.door_knocks[0].household,
    outcome: 'moved',
    note: '已送避灾点',
  })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  await page.goto(`${county.url()}/calls`)
  call = await head.get(`/api/v1/calls/${call.id}`)
  assert.equal(call.door_knocks[0].outcome, 'moved')
})

test('it ends with a reason, and is looked back on along its time', async () => {
  await page.goto(`${county.url()}/responses/${response.id}`)
  await button('结束响应').click()
  await dialog().locator('textarea').fill('预警解除')
  await confirm()
  await until(read, (each) => each.state === 'closed')
  await page.getByRole('link', { name: '复盘' }).click()
  const slider = page.getByRole('slider', { name: '回放时刻' })
  await slider.waitFor()
  const at = async () => slider.getAttribute('aria-valuetext')
  const last = await at()
  await slider.focus()
  await page.keyboard.press('Home')
  await until(at, (text) => text !== last)
  await button('播放').click()
  await button('停住').waitFor()
})

test('no page threw', () => assert.deepEqual(page.faults, []))

// How far each station is: the board of the county, what a town lacks, and a record that earns the points.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const XIANGZHI = '350581103000'
let county, bureau, browser, page, town

before(async () => {
  county = await startCounty()
  bureau = await signIn(county.url('350581000000'), 'zhiban')
  browser = await launch()
  page = await enter(browser, county.url('350581000000'), { login: 'zhiban', kind: 'desk' })
  town = await enter(browser, county.url(XIANGZHI), { login: 'zhanzhang', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const told = async () => (await bureau.get('/api/v1/readiness')).items.find((each) => each.node === XIANGZHI)

test('the county sees all four stations, the one that fails a knock-out first', async () => {
  await until(
    () => bureau.get('/api/v1/readiness'),
    (board) => board.items.length === 4,
    90_000,
  )
  await page.getByRole('button', { name: '建设验收' }).click()
  await page.getByRole('link', { name: '建设情况' }).click()
  const first = page.getByRole('row').nth(1)
  await first.getByText('祥芝镇').waitFor()
  assert.match(await first.innerText(), /缺卫星电话/)
  assert.equal(await page.getByRole('row').count(), 5)
})

test('one press shows what is missing, and what earns the points', async () => {
  await page.getByRole('link', { name: '祥芝镇' }).click()
  const item = page.getByRole('listitem').filter({ hasText: '卫星电话≥1部' })
  await item.waitFor()
  assert.match(await item.innerText(), /没有卫星电话/)
  assert.match(await item.innerText(), /怎么得满分\s*配备卫星电话并登记台账/)
  assert.equal(await page.getByText('总体预案 ').count(), 0, 'what is met is not in the way')
})

test('the town enters the telephone, and the knock-out is gone here and at the county', async () => {
  await town.goto(`${county.url(XIANGZHI)}/readiness/${XIANGZHI}`)
  await town.getByText('缺卫星电话、双向视频或应急广播').waitFor()
  const before = await told()
  const head = await signIn(county.url(XIANGZHI), 'zhanzhang')
  const put = await head.post('/api/v1/registers/equipment', { values: { kind: '卫星电话', name: '测试一号机' } })
  assert.equal(put.status, 201, JSON.stringify(put.body))
  await town.getByText('缺卫星电话、双向视频或应急广播').waitFor({ state: 'hidden' })
  await town.getByText('卫星电话 1 部，近 6 个月中 0 个月有通话测试').waitFor()
  const after = await until(told, (now) => now.gates.length === 0, 90_000)
  assert.ok(after.points > before.points, `${after.points} > ${before.points}`)
})

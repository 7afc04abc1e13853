import type { SeededRandom } from '#libs/kernel';

const surnames = [...'李王张刘陈杨黄周吴彭罗谭邓肖曾唐胡蒋何易龙熊贺文向邹廖欧钟曹段姚'];
const firstCharacters = [...'晓雨思明建国志文佳丽春秋海云天立子宇家慧静美玉永新一可'];
const secondCharacters = [...'华芳伟敏杰婷涛雯军丹强娟峰琳鹏莉波燕辉霞浩颖彬洁亮'];

/** A made-up name of common characters; any likeness is chance. */
export function personName(random: SeededRandom, surname = random.pick(surnames)): string {
  const second = random.integer(5) === 0 ? '' : random.pick(secondCharacters);
  return `${surname}${random.pick(firstCharacters)}${second}`;
}

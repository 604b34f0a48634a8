import { clock } from './clock'
import { practiceDayOf } from './practiceZone'

type CsvFile = { name: string; lines: readonly string[]; day?: string }

/** Lines as a file that a browser keeps under `name` and the day at the practice. */
export const csvAnswer = ({ name, lines, day = practiceDayOf(clock.wall()) }: CsvFile): Response =>
  new Response(lines.join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${day}.csv"`,
      'cache-control': 'no-store',
    },
  })

import { describeReading } from './crawl/describeReading'
import { halves } from './world/halves'

describeReading('records', halves[0])

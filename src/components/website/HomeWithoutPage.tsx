import type { Visit } from '@/src/domain/outreach/visit'
import { practiceName } from '@/src/lib/website/records'
import { CalloutBlock } from './blocks/CalloutBlock'
import { HeroBlock } from './blocks/HeroBlock'
import { LocationsBlock } from './blocks/LocationsBlock'
import { ServicesBlock } from './blocks/ServicesBlock'
import { StepsBlock } from './blocks/StepsBlock'
import { TherapistsBlock } from './blocks/TherapistsBlock'

const steps = [
  { title: 'Write to us', text: 'A short form. No diagnosis, no history, a few words are enough.' },
  { title: 'We answer', text: 'Somebody of our team gets back to you and finds out who fits.' },
  {
    title: 'You meet',
    text: 'The first session is for getting to know each other. You decide after it.',
  },
]

const costs = {
  tone: 'ok',
  heading: 'What it costs',
  text: 'Every fee is written down, and you get an estimate before the first session.',
  linkLabel: 'Our fees',
  linkHref: '/fees',
}

const crisis = {
  tone: 'warn',
  heading: 'In a crisis',
  text: 'Call or text 988 at any hour. In immediate danger call 911.',
  linkLabel: 'More help in a crisis',
  linkHref: '/crisis',
}

/** The home page of a practice that has not written one yet. */
export const HomeWithoutPage = async ({ visit }: { visit: Visit }) => {
  const common = { visit, isFirst: false }
  const opening = {
    heading: await practiceName(),
    text: 'Tell us in a few words what is going on, and we find the person who fits.',
    illustration: 'harbor',
    primaryLabel: 'Ask for an appointment',
    primaryHref: '/contact',
    secondaryLabel: 'What we help with',
    secondaryHref: '/services',
  }
  return (
    <>
      <HeroBlock block={opening} visit={visit} isFirst />
      <ServicesBlock block={{}} {...common} />
      <StepsBlock block={{ heading: 'How to start', steps }} {...common} />
      <TherapistsBlock block={{}} {...common} />
      <CalloutBlock block={costs} {...common} />
      <LocationsBlock block={{}} {...common} />
      <CalloutBlock block={crisis} {...common} />
    </>
  )
}

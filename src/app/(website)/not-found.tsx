import type { Metadata } from 'next'
import { MissingPage } from '@/src/components/website/MissingPage'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

const NotFound = () => <MissingPage />

export default NotFound

import { noteScenes } from '@/tests/support/scenes/noteScenes'
import { proveRules } from '@/tests/support/scenes/proveRules'
import { makeStage } from '@/tests/support/scenes/stage'

proveRules(noteScenes, makeStage)

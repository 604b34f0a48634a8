import { noteScenes } from '@/tests/support/scenes/noteScenes'
import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(noteScenes, makeStage)

/**
 * The house's walls. Every rule here has a fixture in test/architecture/fixtures that must break it (test/architecture/walls.spec.ts).
 */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means two rooms are one.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-through-doors',
      severity: 'error',
      comment:
        'Another lib is reached through its public door only: index.ts, domain/index.ts, or temporal/workflow.ts.',
      from: { path: 'libs/([^/]+)/' },
      to: {
        path: 'libs/[^/]+/',
        pathNot: [
          'libs/$1/',
          'libs/[^/]+/index\\.ts$',
          'libs/[^/]+/domain/index\\.ts$',
          'libs/[^/]+/testing/index\\.ts$',
          'libs/temporal/workflow\\.ts$',
        ],
      },
    },
    {
      name: 'apps-through-doors',
      severity: 'error',
      comment: 'Programs, workflows and infra use doors too.',
      from: { path: '(^|/)(apps|workflows|infra)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '(^|/)libs/[^/]+/',
        pathNot: [
          'libs/[^/]+/index\\.ts$',
          'libs/[^/]+/domain/index\\.ts$',
          'libs/temporal/workflow\\.ts$',
          'libs/[^/]+/testing/',
        ],
      },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'Deciders know the kernel and other pure doors, no framework and no other layer.',
      from: { path: 'libs/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: ['libs/[^/]+/domain/', 'libs/(kernel|calendar|rulebook|loan-schedules)/', '^node_modules/decimal'],
      },
    },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      comment: 'The kernel is the ground floor.',
      from: { path: 'libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: 'libs/kernel/' },
    },
    {
      name: 'read-models-do-not-command',
      severity: 'error',
      comment: 'A projection folds facts; it never calls a handler or a workflow.',
      from: { path: 'libs/[^/]+/read-models/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'libs/[^/]+/(application|activities|http)/|^workflows/|node_modules/@temporalio' },
    },
    {
      name: 'workflows-stay-in-the-sandbox',
      severity: 'error',
      comment: 'A workflow may know pure doors and the workflow door; activities by type only.',
      from: { path: '(^|/)workflows/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypesNot: ['type-only'],
        pathNot: [
          '(^|/)workflows/',
          'libs/kernel/',
          'libs/[^/]+/domain/',
          'libs/(calendar|rulebook|loan-schedules)/',
          'libs/temporal/workflow',
          'node_modules/@temporalio/(workflow|common)',
        ],
      },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      comment: 'Programs never import test aids.',
      from: {
        path: '(^|/)(libs|apps|workflows)/',
        pathNot: ['\\.spec\\.ts$', 'libs/(testing|demo)/', '/testing/', 'apps/cli/', '/spec-support/'],
      },
      to: { path: 'libs/testing/|libs/[^/]+/testing|\\.spec\\.ts$' },
    },
    {
      name: 'only-the-adapter-speaks-eventstore',
      severity: 'error',
      comment: 'The client is kept behind the port; the event node uses its generated services.',
      from: { path: '(^|/)(libs|apps|workflows|infra)/', pathNot: ['libs/event-store/', 'apps/event-node/'] },
      to: { path: 'node_modules/@eventstore/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.tools|apps/web)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

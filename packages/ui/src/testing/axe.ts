import axe from 'axe-core';

/**
 * What axe finds wrong in a rendered tree, as "rule: element" lines; empty when all is well.
 * jsdom lays nothing out, so contrast and target sizes are judged in a browser instead.
 */
export async function axeViolations(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: {
      'color-contrast': { enabled: false },
      'target-size': { enabled: false },
      region: { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

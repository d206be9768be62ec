/** Import cycles of a graph (`Map` of file to files), each once, as the files along it. */
export function cyclesOf(graph) {
  const state = new Map();
  const found = [];
  for (const start of graph.keys()) if (!state.has(start)) follow(start);
  return found;

  // An explicit stack: a long chain of imports must not end in a stack overflow.
  function follow(start) {
    const trail = [{ file: start, rest: [...(graph.get(start) ?? [])] }];
    state.set(start, 'open');
    while (trail.length > 0) {
      const top = trail.at(-1);
      const next = top.rest.pop();
      if (next === undefined) state.set(trail.pop().file, 'done');
      else if (state.get(next) === 'open') found.push(along(trail, next));
      else if (!state.has(next)) {
        state.set(next, 'open');
        trail.push({ file: next, rest: [...(graph.get(next) ?? [])] });
      }
    }
  }
}

function along(trail, first) {
  const files = trail.map((step) => step.file);
  return [...files.slice(files.indexOf(first)), first];
}

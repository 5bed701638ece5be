'use strict';
(function () {
  // Okabe and Ito's colours without the yellow, which is too light on white.
  const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#000000', '#e69f00', '#56b4e9'];
  const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond', 'arrow'];
  const DASHES = ['solid', [8, 4], [2, 3], [10, 3, 2, 3]];
  const AREA_COLORS = ['#0072b2', '#f0b74d', '#7d8590', '#009e73'];
  const INK = '#4a525c';
  const charts = JSON.parse(document.getElementById('charts').textContent);
  const known = [];

  function styleOf(name) {
    if (!known.includes(name)) known.push(name);
    const i = known.indexOf(name);
    return { color: COLORS[i % COLORS.length], symbol: SYMBOLS[i % SYMBOLS.length], dash: DASHES[i % DASHES.length] };
  }

  function short(value) {
    const size = Math.abs(value);
    if (size >= 1e9) return +(value / 1e9).toPrecision(3) + ' G';
    if (size >= 1e6) return +(value / 1e6).toPrecision(3) + ' M';
    if (size >= 1e4) return +(value / 1e3).toPrecision(3) + ' k';
    return String(+value.toPrecision(3));
  }

  function extent(values) {
    const positive = values.filter(v => v > 0);
    return positive.length ? [Math.min(...positive), Math.max(...positive)] : [1, 10];
  }

  // Zero has no place on a logarithmic axis: it is drawn at the power of ten below all others.
  function logRange(axis, values) {
    const [least, greatest] = extent(values);
    const hasZero = values.some(v => v <= 0);
    return {
      min: Math.pow(10, Math.floor(Math.log10(least)) - (hasZero ? 1 : 0)),
      max: axis.max === null ? Math.pow(10, Math.ceil(Math.log10(greatest * 1.01))) : axis.max,
    };
  }

  function axisOption(axis, values, isX) {
    const option = {
      name: axis.label, nameLocation: 'middle', nameGap: isX ? 30 : 52,
      nameTextStyle: { color: INK, fontSize: 12 },
      axisLabel: { color: INK, formatter: short, hideOverlap: true },
      axisLine: { show: isX, lineStyle: { color: '#9aa3ad' } },
      splitLine: { lineStyle: { color: '#eceff2' } },
    };
    if (axis.scale === 'LOG') {
      const range = logRange(axis, values);
      option.axisLabel.formatter = v => (v === range.min && values.some(y => y <= 0) ? '0' : short(v));
      return Object.assign(option, { type: 'log', min: range.min, max: range.max });
    }
    return Object.assign(option, { type: 'value', max: axis.max === null ? undefined : axis.max });
  }

  function floorOf(axis, values) {
    return axis.scale === 'LOG' ? logRange(axis, values).min : -Infinity;
  }

  function frame(option, legend) {
    return Object.assign({
      animation: false,
      textStyle: { fontFamily: 'system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif' },
      tooltip: { renderMode: 'richText', confine: true, valueFormatter: v => (typeof v === 'number' ? short(v) : String(v)) },
      legend: { show: legend, type: 'plain', top: 0, left: 0, itemWidth: 28, textStyle: { color: '#1b1f24' } },
      grid: { left: 72, right: 28, top: legend ? 48 : 16, bottom: 48 },
    }, option);
  }

  function pointsOf(line, floor) {
    return line.xs.map((x, i) => [x, Math.max(line.ys[i], floor)]);
  }

  function lastOf(chart) {
    return Math.max(...chart.lines.map(line => line.xs[line.xs.length - 1]));
  }

  const options = {
    lines(chart) {
      const ys = chart.lines.flatMap(line => line.ys);
      const floor = floorOf(chart.y, ys);
      const x = axisOption(chart.x, chart.lines.flatMap(line => line.xs), true);
      if (x.max === undefined && x.type === 'value') x.max = lastOf(chart);
      return frame({
        xAxis: x,
        yAxis: axisOption(chart.y, ys, false),
        tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, valueFormatter: short },
        series: chart.lines.map((line, nth) => {
          const style = styleOf(line.name);
          const every = Math.max(1, Math.floor(line.xs.length / 12));
          const offset = Math.floor((nth * every) / chart.lines.length);
          return {
            type: 'line', name: line.name, data: pointsOf(line, floor), color: style.color, symbol: style.symbol,
            showAllSymbol: true, symbolSize: (value, at) => (at.dataIndex % every === offset ? 8 : 0),
            lineStyle: { width: 2, type: style.dash },
          };
        }),
      }, true);
    },

    // Stacked by ourselves: the library stacks on category axes only. The whole is drawn first, its parts over it.
    areas(chart) {
      const x = axisOption(chart.x, [], true);
      if (x.max === undefined) x.max = lastOf(chart);
      const upTo = nth => chart.lines[0].xs.map((at, i) => [at, chart.lines.slice(0, nth + 1).reduce((sum, line) => sum + line.ys[i], 0)]);
      return frame({
        xAxis: x,
        yAxis: axisOption(chart.y, [], false),
        tooltip: {
          trigger: 'axis', renderMode: 'richText', confine: true,
          formatter: hits => chart.lines.map(line => line.name + '  ' + short(line.ys[hits[0].dataIndex])).join('\n'),
        },
        series: chart.lines.map((line, nth) => ({
          type: 'line', name: line.name, data: upTo(nth), color: AREA_COLORS[nth % AREA_COLORS.length],
          symbol: 'none', lineStyle: { width: 0 }, areaStyle: { opacity: 1 }, z: 10 - nth,
        })),
      }, true);
    },

    plane(chart) {
      const xs = chart.points.map(p => p.x).concat(chart.guides.flatMap(g => g.xs));
      const ys = chart.points.map(p => p.y).concat(chart.guides.flatMap(g => g.ys));
      const xFloor = floorOf(chart.x, xs);
      const yFloor = floorOf(chart.y, ys);
      return frame({
        xAxis: axisOption(chart.x, xs, true),
        yAxis: axisOption(chart.y, ys, false),
        tooltip: { trigger: 'item', renderMode: 'richText', confine: true, formatter: at => at.seriesName },
        series: chart.points.map(p => {
          const style = styleOf(p.name);
          return {
            type: 'scatter', name: p.name, symbol: style.symbol, symbolSize: 14, color: style.color, z: 5, itemStyle: { opacity: 1 },
            data: [[Math.max(p.x, xFloor), Math.max(p.y, yFloor)]],
            label: {
              show: true, formatter: p.name, position: 'right', distance: 8, color: '#1b1f24', fontSize: 12,
              textBorderColor: '#fff', textBorderWidth: 3,
            },
          };
        }).concat(chart.guides.map(guide => ({
          type: 'line', name: guide.name, data: pointsOf(guide, yFloor), showSymbol: false, silent: true, z: 1,
          color: '#8b949e', lineStyle: { width: 1.5, type: 'dashed' },
          markPoint: {
            silent: true, symbol: 'circle', symbolSize: 0.1,
            data: [{ coord: [guide.xs[Math.floor(guide.xs.length / 2)], guide.ys[Math.floor(guide.ys.length / 2)]] }],
            label: { show: true, formatter: guide.name, position: 'bottom', color: INK, fontSize: 12, distance: 6 },
          },
        }))),
        grid: { left: 72, right: 28, top: 24, bottom: 48 },
      }, false);
    },

    boxes(chart) {
      return frame({
        xAxis: axisOption(chart.x, [], true),
        yAxis: categories(chart.boxes.map(box => box.name)),
        tooltip: { trigger: 'item', renderMode: 'richText', confine: true },
        grid: { left: 28, right: 28, top: 8, bottom: 48, containLabel: true },
        series: [{
          type: 'boxplot', boxWidth: [8, 22],
          data: chart.boxes.map(box => {
            const color = styleOf(box.name).color;
            return {
              name: box.name, value: [box.min, box.q1, box.median, box.q3, box.max],
              itemStyle: { color: color + '33', borderColor: color, borderWidth: 2 },
            };
          }),
        }],
      }, false);
    },

    bars(chart) {
      return frame({
        xAxis: axisOption(chart.x, chart.bars.flatMap(group => group.values), true),
        yAxis: categories(chart.categories),
        grid: { left: 28, right: 28, top: chart.bars.length > 1 ? 48 : 8, bottom: 48, containLabel: true },
        series: chart.bars.map(group => ({
          type: 'bar', name: group.name, data: group.values, color: styleOf(group.name).color, barMaxWidth: 22,
        })),
      }, chart.bars.length > 1);
    },
  };

  function categories(names) {
    return {
      type: 'category', data: names, inverse: true,
      axisLabel: { color: '#1b1f24', width: 240, overflow: 'truncate' },
      axisLine: { lineStyle: { color: '#9aa3ad' } }, axisTick: { show: false },
    };
  }

  // Where a label of some width can stand beside a point, and how the library is told.
  const SIDES = [
    { label: { position: 'right', align: 'left' }, box: (x, y, w) => [x + 8, y - 8, x + 8 + w, y + 8] },
    { label: { position: 'left', align: 'right' }, box: (x, y, w) => [x - 8 - w, y - 8, x - 8, y + 8] },
    { label: { position: 'top', align: 'center' }, box: (x, y, w) => [x - w / 2, y - 27, x + w / 2, y - 14] },
    { label: { position: 'bottom', align: 'center' }, box: (x, y, w) => [x - w / 2, y + 14, x + w / 2, y + 27] },
    { label: { position: 'top', align: 'right' }, box: (x, y, w) => [x - w, y - 27, x + 8, y - 14] },
    { label: { position: 'bottom', align: 'right' }, box: (x, y, w) => [x - w, y + 14, x + 8, y + 27] },
  ];

  // Puts each label of a plane on the first side of its point where it covers nothing and is not cut off.
  function placeLabels(drawing, chart) {
    const marks = drawing.getOption().series.filter(series => series.type === 'scatter')
      .map(series => drawing.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, series.data[0]));
    const taken = marks.map(([x, y]) => [x - 8, y - 8, x + 8, y + 8]);
    const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    const series = chart.points.map((point, i) => {
      const boxOn = side => side.box(marks[i][0], marks[i][1], 6.6 * point.name.length);
      const fits = side => {
        const box = boxOn(side);
        return box[0] >= 0 && box[2] <= drawing.getWidth() && box[1] >= 0
          && !taken.some((other, k) => k !== i && overlap(box, other));
      };
      const side = SIDES.find(fits) || SIDES[0];
      taken.push(boxOn(side));
      return { label: side.label };
    });
    const width = drawing.getWidth();
    chart.guides.forEach(guide => series.push({ markPoint: { data: [guidePlace(drawing, guide, taken, width, overlap)] } }));
    drawing.setOption({ series });
  }

  // Where along a guide its name covers nothing.
  function guidePlace(drawing, guide, taken, width, overlap) {
    const half = 3.3 * guide.name.length;
    const places = [0.5, 0.25, 0.12, 0.75, 0.88].flatMap(part => {
      const i = Math.floor(part * (guide.xs.length - 1));
      const [x, y] = drawing.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [guide.xs[i], guide.ys[i]]);
      return [['bottom', y + 4, y + 22], ['top', y - 22, y - 4]].map(([position, top, bottom]) =>
        ({ coord: [guide.xs[i], guide.ys[i]], label: { position }, box: [x - half, top, x + half, bottom] }));
    });
    const place = places.find(({ box }) => box[0] >= 72 && box[2] <= width && !taken.some(other => overlap(box, other))) || places[0];
    return { coord: place.coord, label: place.label };
  }

  // A legend of several rows needs as much room above the chart.
  function makeRoom(drawing) {
    const { legend, series } = drawing.getOption();
    if (!legend[0].show) return;
    let rows = 1, used = 0;
    for (const { name } of series) {
      const width = 44 + 6.6 * name.length;
      if (used + width > drawing.getWidth()) { rows++; used = 0; }
      used += width;
    }
    drawing.setOption({ grid: { top: 24 + 24 * rows } });
  }

  const drawn = Array.from(document.querySelectorAll('.chart'), (place, i) => {
    const drawing = echarts.init(place, null, { renderer: 'svg' });
    drawing.setOption(options[charts[i].type](charts[i]));
    return drawing;
  });
  function fit() {
    drawn.forEach((drawing, i) => {
      drawing.resize();
      makeRoom(drawing);
      if (charts[i].type === 'plane') placeLabels(drawing, charts[i]);
    });
  }
  fit();
  window.addEventListener('resize', fit);
  window.addEventListener('beforeprint', fit);
  window.addEventListener('afterprint', fit);
  window.matchMedia('print').addEventListener('change', fit);
})();

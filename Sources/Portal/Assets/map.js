// Puts an interactive map in the place of each drawing. Where anything is missing the drawing stays.

const figures = document.querySelectorAll("figure[data-map]");
if (figures.length > 0) {
  try {
    await library();
    for (const figure of figures) show(figure).catch((reason) => console.warn(reason));
  } catch (reason) {
    console.warn("no interactive map", reason);
  }
}

function library() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/statique/maplibre-gl.js";
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}

async function show(figure) {
  const data = await features(figure.dataset);
  const bounds = frame(figure.dataset.bounds);
  if (!bounds || data.length === 0) return;
  const outlines = figure.dataset.outlines ? await (await fetch(figure.dataset.outlines)).json() : null;
  // The map lies over the drawing, which keeps its place: nothing moves when the map is ready.
  const container = document.createElement("div");
  container.className = "live-map";
  figure.querySelector(".canvas").append(container);
  const map = new maplibregl.Map({
    container,
    style: style(data, outlines, bounds, palette()),
    bounds,
    fitBoundsOptions: { padding: 48, maxZoom: 16 },
    maxZoom: 19,
    attributionControl: false,
    cooperativeGestures: false,
    locale: { ...(document.documentElement.lang === "fr" ? french : {}), "Map.Title": figure.dataset.title },
  });
  map.scrollZoom.disable();
  map.on("load", () => {
    figure.classList.add("live");
    figure.querySelector("svg[role=img]").setAttribute("aria-hidden", "true");
    map.getCanvas().setAttribute("aria-label", figure.dataset.title);
    figure.dispatchEvent(new CustomEvent("maplive"));
  });
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new maplibregl.ScaleControl({ maxWidth: 120 }), "bottom-left");
  for (const layer of ["points", "shapes"]) popups(map, layer, figure.dataset);
  towns(map, data, figure.dataset.commune);
  counts(map);
}

const french = {
  "NavigationControl.ZoomIn": "Agrandir",
  "NavigationControl.ZoomOut": "Réduire",
  "Popup.Close": "Fermer",
  "Marker.Title": "Groupe de lieux",
};

async function features(wanted) {
  if (wanted.shapes) {
    const shapes = JSON.parse(wanted.shapes);
    return shapes.map((geometry) => ({ type: "Feature", properties: {}, geometry }));
  }
  const answer = await fetch(wanted.source);
  if (!answer.ok) throw new Error(`${wanted.source}: ${answer.status}`);
  const only = wanted.only === undefined ? null : new Set(wanted.only.split(" "));
  return (await answer.json()).features.filter(
    (feature) => feature.geometry && (!only || only.has(String(feature.id))));
}

function* positions(coordinates) {
  if (typeof coordinates[0] === "number") yield coordinates;
  else for (const part of coordinates) yield* positions(part);
}

function extent(data) {
  let box = null;
  for (const feature of data) {
    for (const [x, y] of positions(feature.geometry.coordinates)) {
      box = box
        ? [[Math.min(box[0][0], x), Math.min(box[0][1], y)], [Math.max(box[1][0], x), Math.max(box[1][1], y)]]
        : [[x, y], [x, y]];
    }
  }
  return box;
}

/** One point for each feature: the middle of its box, which is enough for a mark. */
function mark(feature) {
  const [[west, south], [east, north]] = extent([feature]);
  return { ...feature, geometry: { type: "Point", coordinates: [(west + east) / 2, (south + north) / 2] } };
}

function palette() {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(name).trim();
  return {
    card: color("--card"), sunk: color("--sunk"), edge: color("--edge"), line: color("--line"), green: color("--green"), red: color("--red"),
  };
}

function frame(words) {
  const [west, south, east, north] = (words ?? "").split(" ").map(Number);
  return Number.isFinite(north) ? [[west, south], [east, north]] : null;
}

/** Squared paper, four times as wide as what is shown: something to see a distance by. */
function grid([[west, south], [east, north]]) {
  const reach = Math.max(east - west, north - south, 0.004);
  const step = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].find((size) => reach / size < 14) ?? 2;
  const rise = step * Math.cos(((south + north) / 2) * Math.PI / 180);
  const from = (value, size) => Math.floor((value - 2 * reach) / size) * size;
  const lines = [];
  for (let x = from(west, step); x < east + 2 * reach; x += step) lines.push([[x, south - 2 * reach], [x, north + 2 * reach]]);
  for (let y = from(south, rise); y < north + 2 * reach; y += rise) lines.push([[west - 2 * reach, y], [east + 2 * reach, y]]);
  return { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines } };
}

function style(data, outlines, bounds, color) {
  const collection = (features) => ({ type: "FeatureCollection", features });
  const sources = {
    grid: { type: "geojson", data: grid(bounds) },
    shapes: { type: "geojson", data: collection(data.filter((feature) => !feature.geometry.type.includes("Point"))) },
    points: { type: "geojson", data: collection(data.map(mark)), cluster: true, clusterRadius: 38, clusterMaxZoom: 14 },
  };
  const layers = [
    { id: "background", type: "background", paint: { "background-color": color.card } },
    { id: "grid", type: "line", source: "grid", paint: { "line-color": color.line, "line-opacity": 0.6 } },
    { id: "shapes", type: "fill", source: "shapes", paint: { "fill-color": color.green, "fill-opacity": 0.35 } },
    { id: "edges", type: "line", source: "shapes", paint: { "line-color": color.green, "line-width": 1.5 } },
    {
      id: "points", type: "circle", source: "points", filter: ["!", ["has", "point_count"]],
      paint: {
        "circle-radius": 7, "circle-color": color.red, "circle-stroke-width": 2, "circle-stroke-color": color.card,
      },
    },
  ];
  if (outlines) {
    sources.outlines = { type: "geojson", data: outlines };
    layers.splice(1, 0,
      { id: "communes", type: "fill", source: "outlines", paint: { "fill-color": color.sunk, "fill-opacity": 0.7 } },
      { id: "borders", type: "line", source: "outlines", paint: { "line-color": color.edge, "line-width": 1 } });
  }
  return { version: 8, sources, layers };
}

/** Names and links are set as text and never as markup. */
function popups(map, layer, names) {
  map.on("click", layer, (event) => {
    const properties = event.features[0].properties;
    const uid = properties[names.uid];
    const name = properties[names.name] || uid;
    if (!name) return;
    const content = document.createElement("div");
    const title = document.createElement(uid ? "a" : "strong");
    if (uid) title.href = names.object + encodeURIComponent(uid) + names.suffix;
    title.textContent = name;
    content.append(title);
    if (properties[names.commune]) {
      const commune = document.createElement("span");
      commune.textContent = properties[names.commune];
      content.append(commune);
    }
    new maplibregl.Popup({ maxWidth: "16rem" }).setLngLat(event.lngLat).setDOMContent(content).addTo(map);
  });
  map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
}

/** The name of each commune above its objects; HTML for the same reason as the numbers below. */
function towns(map, data, name) {
  const groups = new Map();
  for (const feature of data) {
    const town = feature.properties[name];
    if (town) groups.set(town, [...(groups.get(town) ?? []), mark(feature).geometry.coordinates]);
  }
  if (groups.size < 2) return;
  const names = [];
  for (const [town, places] of groups) {
    const element = document.createElement("span");
    element.className = "town";
    element.textContent = town;
    const x = places.reduce((sum, place) => sum + place[0], 0) / places.length;
    const y = places.map((place) => place[1]).sort((a, b) => b - a)[0];
    new maplibregl.Marker({ element, anchor: "bottom", offset: [0, -12] }).setLngLat([x, y]).addTo(map);
    names.push(element);
  }
  map.on("move", () => part(names));
  map.on("idle", () => part(names));
}

/** A name that would lie on another one is not shown. */
function part(names) {
  const taken = [];
  for (const name of names) {
    const box = name.getBoundingClientRect();
    const isFree = taken.every((other) =>
      box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
    name.style.visibility = isFree ? "visible" : "hidden";
    if (isFree) taken.push(box);
  }
}

/** Groups of points as numbers; they are HTML because a map without a server has no letters of its own. */
function counts(map) {
  let shown = {};
  const update = () => {
    const next = {};
    for (const feature of map.querySourceFeatures("points")) {
      const { cluster, cluster_id: id, point_count: count } = feature.properties;
      if (!cluster) continue;
      next[id] = shown[id] ?? next[id] ?? marker(map, id, count, feature.geometry.coordinates);
    }
    for (const id in shown) if (!next[id]) shown[id].remove();
    shown = next;
  };
  map.on("idle", update);
  map.on("move", update);
}

function marker(map, id, count, position) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "count";
  element.textContent = count;
  element.addEventListener("click", async () => {
    const zoom = await map.getSource("points").getClusterExpansionZoom(id);
    map.easeTo({ center: position, zoom });
  });
  return new maplibregl.Marker({ element }).setLngLat(position).addTo(map);
}

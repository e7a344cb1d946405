export default function App() {
  return (
    <main className="app">
      <h1>Hello</h1>
      <p>Say what this should become.</p>
    </main>
  );
}

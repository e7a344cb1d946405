export default function App() {
  return (
    <main>
      <h1>Hello</h1>
      <p>Say what this should become.</p>
    </main>
  );
}

import { banner } from "../state/network";

export function Banner() {
  return (
    <div role="status" class="banner-place">
      {banner.value && <p class="banner">{banner.value}</p>}
    </div>
  );
}

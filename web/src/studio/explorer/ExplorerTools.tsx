import { useRef } from "preact/hooks";
import { IconButton } from "../../shell/IconButton";

interface Props {
  onNewFile: () => void;
  onNewFolder: () => void;
  onUpload: (files: File[]) => void;
}

/** What comes into the folder where the keyboard is. */
export function ExplorerTools({ onNewFile, onNewFolder, onUpload }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="explorer-tools">
      <IconButton
        icon="M6 3.5h5l3 3v4M11 3.5v3h3M6 3.5v13h4M14.5 13v5M12 15.5h5"
        label="New file"
        onClick={onNewFile}
      />
      <IconButton
        icon="M3 5.5h5l1.5 2H17v4M3 5.5v10h8M14.5 13v5M12 15.5h5"
        label="New folder"
        onClick={onNewFolder}
      />
      <IconButton
        icon="M10 13V4M6 7.5 10 3.5l4 4M4 16.5h12"
        label="Upload files"
        onClick={() => picker.current?.click()}
      />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Upload files"
        onChange={({ currentTarget }) => {
          onUpload([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </div>
  );
}

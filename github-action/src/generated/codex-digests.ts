/** SHA-256 of all files in codex' own folder in its npm package, made by scripts/pin-codex.ts. */
export const codexDigests = {
  'linux-x64': {
    folder: 'codex-linux-x64/vendor/x86_64-unknown-linux-musl',
    program: 'b452ca20f838a8855a88a41050ee4a694033fff4ea3ecdad5633e6e0e8d13f2b',
    others: {
      'bin/codex-code-mode-host': 'e9f2ef68671b2b6ac68902d19e8dafda3f5928e678ecf3f30c74b203a2c403ed',
      'codex-package.json': '28811e0083d220befc827d711fb8c9f4b7f85825b11164ff154e15cfe2540715',
      'codex-path/rg': 'e62198eb19b136b88c330af83647b5a962cb99b6b1f066758568f12de1974849',
      'codex-resources/bwrap': '15fd5f2673d2e1c2f80e34e5108462fd014f5e8bbc7b0731f1ab23d1ff1ac140',
      'codex-resources/voice/NOTICE.md': '40097a1799441051aa0b6645cdc819cceb19be73cdd265eb602aa2b15e0b1f48',
      'codex-resources/voice/bin/codex-voice-host':
        'f8a5420d6feb71141f150369cd44964c037b7d340585a966175cafa11f91cc91',
      'codex-resources/voice/lib/gstreamer-1.0/libgstapp.so':
        '30768970eaa85954b9a0c6116919cb451deb345461402a785e75002761a911a5',
      'codex-resources/voice/lib/gstreamer-1.0/libgstaudioconvert.so':
        '8d3acfc4ffdec4270b9b8ae8b13fa740809e9f2fb5649fa455276da8ef2c6393',
      'codex-resources/voice/lib/gstreamer-1.0/libgstaudioresample.so':
        'f7271c235477879dc386e4453e8ae136ac9b8c8597aa37422fb6c0e3531fc410',
      'codex-resources/voice/lib/gstreamer-1.0/libgstcoreelements.so':
        'cdf833a5692c4b09e84bb5493518178e747d599873f1b5701f88e8781dd1044c',
      'codex-resources/voice/lib/gstreamer-1.0/libgstopus.so':
        '2587b1f4058b96cb568caa744de4707f039987b0720a06b6d40a6889764a4ff2',
      'codex-resources/voice/lib/gstreamer-1.0/libgstrtp.so':
        '67168150d1bbb045a68eb1244dd86b7ec8d883918e8e0b0d66d7cd42940e525a',
      'codex-resources/voice/lib/gstreamer-1.0/libgstrtpmanager.so':
        '9e2edba8a3439ca0442e39c7164a6a73837e165466987a01ac5c2639e40ad472',
      'codex-resources/voice/lib/libffi.so.8':
        '9343712fef5adb7f0d00b6f9c96d3b76c7eaed0ff3f96b1db665c221e68c2c7c',
      'codex-resources/voice/lib/libgio-2.0.so.0':
        'a4f37d4a7c3fe0e80a1a290be55b8626b6ce8d0fabb5d8871ea27903ff76aaf3',
      'codex-resources/voice/lib/libglib-2.0.so.0':
        '664b2bd9551b86d6916a5929b3869a85f47e917adfa5cf29260d4829faf5fc59',
      'codex-resources/voice/lib/libgmodule-2.0.so.0':
        '24dcce22648887de4a26843fc186f0eb2c180301ab6e83e3d38effffe71dfb4e',
      'codex-resources/voice/lib/libgobject-2.0.so.0':
        '5f70b3be636eae5b2cc7a9b09d619d3c6c17b62cf9fb0287914de6bc40565f47',
      'codex-resources/voice/lib/libgstallocators-1.0.so.0':
        '283f6839a3653c8ee8f70169e4f2c41a54a6e9bbd8561ffecef7dcd628b3158a',
      'codex-resources/voice/lib/libgstapp-1.0.so.0':
        'd6428d2ed92cacadad80f55d5ea95966a062dba8a8172a740de17bfec944bf21',
      'codex-resources/voice/lib/libgstaudio-1.0.so.0':
        '878249171ded1a3235e890735a99294efa949285a26353d5cd2f966f2db14ea7',
      'codex-resources/voice/lib/libgstbase-1.0.so.0':
        '38414d2337eed2fe46bcab2a944426a2ce4ef6877526d7f27217dad2dc24e391',
      'codex-resources/voice/lib/libgstnet-1.0.so.0':
        '6505e55ed2346a7c66bf3c6daf7d999e83b5a9204d4158092d813b6c4f761e60',
      'codex-resources/voice/lib/libgstpbutils-1.0.so.0':
        '832ed10c118c4bb44f4a0e87c567c2c16f2907dbf6204aed11be48993a9fbc31',
      'codex-resources/voice/lib/libgstreamer-1.0.so.0':
        '7faf5c51aa680104f0f59c85d680584366b679ab0425ac06eed6013b54c230c5',
      'codex-resources/voice/lib/libgstrtp-1.0.so.0':
        '813fbf164173d9dfede20ea9c263724fc8e9fdc3237210bb6b2731a297e397b4',
      'codex-resources/voice/lib/libgsttag-1.0.so.0':
        '3f10703ec29a96e87cbbb0046d5ae6752e618684b82e048ddbc98032d6ac2abf',
      'codex-resources/voice/lib/libgstvideo-1.0.so.0':
        'ac37bfbb4969b1127a36f65f43832fde34a1028b5a15e244e07f03ac2da1a088',
      'codex-resources/voice/lib/libintl.so.8':
        '52508cf6dadff7cc431dd76d1f36754eb4184f56a49f93442f1a48bcb240df20',
      'codex-resources/voice/lib/libopus.so.0':
        'd42be3ac7baaffd5ca3eef695b63cad6069f80de4e0a042e593fe1bc730b851f',
      'codex-resources/voice/lib/libpcre2-8.so.0':
        '6d589f935f093df4fbcebf01b7f8afa997378f4a4ac5fd0a76e0c5f604af64b7',
      'codex-resources/voice/lib/libz.so.1':
        '7088b2cc0f2812f6617666d851bd779925de4350a87ef0a288bbedda87e76083',
      'codex-resources/voice/licenses/LGPL-2.1.txt':
        'ad2eec519ebd4b5df86ea84dff24ae3bfa2edea846a703b58902dd221ae375db',
      'codex-resources/voice/licenses/Opus.txt':
        '01e1167d54a096d123cf6dfbbeb19587278845c6481d2d66d545669846079551',
      'codex-resources/voice/licenses/PCRE2.md':
        '197d8a73ffee0d6b09adba2f9c677b5f5aede24edf89258a68e48248d010d811',
      'codex-resources/voice/licenses/libffi.txt':
        '17b64dc60f3b6897a60f971e288b973f655c2edcdf08b25f3c3dd5549857881c',
      'codex-resources/voice/licenses/proxy-libintl.txt':
        'd245807f90032872d1438d741ed21e2490e1175dc8aa3afa5ddb6c8e529b58e5',
      'codex-resources/voice/licenses/sljit.txt':
        '5f216505c0f6ea3273caec89e766eef93cdeb7bbb0c429f9360116d7c938feeb',
      'codex-resources/voice/licenses/zlib.txt':
        'e32ff4e00d9d94930537635291da39e7e612703334bf6fde8c7f1686fe8a45a2',
      'codex-resources/voice/manifest.json':
        '58f2d08a5ddfe689b52c173631cb8dbd105aaa2396d3a0c5b75fb510c8042bba',
      'codex-resources/voice/runtime.json':
        '665cf878bb240eadc764828ac6215ac8d050375ed379d957f9625a61ed44561c',
      'codex-resources/voice/sources.json':
        '5613f37012effc3e28cdad52a7c88b9098aaaf7aae43f3cb7199f55ffbb15908',
    },
  },
} as const;
